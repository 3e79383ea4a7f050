import { stageFile, warningsWith } from '../environment-folder';

const withEmr = (shellAccess: boolean, ...roles: string[]) =>
  warningsWith({
    'two.yaml': stageFile(
      'two',
      '10.2.0.0/16',
      'emr:',
      `  shellAccess: ${shellAccess}`,
      `  stepRoles: { ${roles.map((role) => `${role}: {}`).join(', ')} }`,
    ),
  });

describe('a shell on EMR nodes', () => {
  it('may be opened where there is one job', () => {
    expect(withEmr(true, 'orders')).toEqual([]);
  });

  it('is no matter while it is off', () => {
    expect(withEmr(false, 'orders', 'customers')).toEqual([]);
  });

  it('warns where step roles are to keep several jobs apart', () => {
    expect(withEmr(true, 'orders', 'customers')).toEqual([
      "environments/two.yaml:9:16  emr.shellAccess: whoever opens a shell on a node can act as each of the 2 step roles (orders, customers); write false where their jobs must not see each other's data",
    ]);
  });
});
