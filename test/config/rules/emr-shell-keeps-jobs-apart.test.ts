import { stageFile, warningsWith } from '../environment-folder';

const withEmr = (shellAccess: boolean, ...roles: string[]) =>
  warningsWith({ 'two.yaml': stage(shellAccess, roles) });

const stage = (shellAccess: boolean, roles: string[]) =>
  stageFile(
    'two',
    '10.2.0.0/16',
    'emr:',
    `  shellAccess: ${shellAccess}`,
    `  stepRoles: { ${roles.map((role) => `${role}: {}`).join(', ')} }`,
  );

describe('a shell on EMR nodes', () => {
  it('may be opened where there is no job yet, or one whose data may go', () => {
    expect(withEmr(true)).toEqual([]);
    expect(warningsWith({ 'two.yaml': `${stage(true, ['orders'])}disposable: true\n` })).toEqual([]);
  });

  it('warns where a job has data that stays', () => {
    expect(withEmr(true, 'orders')).toEqual([
      'environments/two.yaml:9:16  emr.shellAccess: whoever opens a shell on a node can act as the step role orders, whose data nobody else is to touch; write false where that matters',
    ]);
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
