import { Testing } from 'cdktf';
import { AccountStack } from '../../stacks/account-stack';
import { configWithStages, environmentConfig, organizationConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { synthStack } from '../support/synth';
import { addresses, resourcesOf } from '../support/terraform-json';

const synthAccess = (
  access: Record<string, string[]>,
  organization: Record<string, unknown> = {},
  account: Record<string, unknown> = {},
) =>
  synthStack(
    new AccountStack(Testing.app(), {
      organization: organizationConfig(organization),
      environment: environmentConfig('sandbox', {
        access,
        account: {
          name: 'data-sandbox',
          email: 'aws+data-sandbox@example.com',
          unit: 'workloads/non-production',
          ...account,
        },
      }),
    }),
  );
/** Providers that a stack has, as its resources name them. */
const providersOf = (json: ReturnType<typeof synthAccess>) =>
  (json.provider?.['aws'] ?? []).map(({ alias }) => `aws.${String(alias)}`);
const ASSIGNMENT = 'aws_ssoadmin_account_assignment';
const assignments = (json: ReturnType<typeof synthAccess>) =>
  addresses(json).filter((address) => address.startsWith(ASSIGNMENT));

const groupMessages = (json: ReturnType<typeof synthAccess>) =>
  Object.values(json.data?.['aws_identitystore_groups'] ?? {}).flatMap(({ lifecycle }) =>
    (lifecycle as { postcondition: { error_message: string }[] }).postcondition.map(
      ({ error_message }) => error_message,
    ),
  );

describe('access to the account of a stage', () => {
  it('asks Identity Center for nothing when the file gives nobody access', () => {
    const json = synthAccess({});
    expect(Object.keys(json.data ?? {}).filter((type) => /sso|identity/.test(type))).toEqual([]);
  });

  it.each([
    ['the last line of it is removed', {}, {}],
    ['its account is closing', { devs: ['DataEngineer'] }, { lifecycle: 'closing' }],
  ])('can still be taken away when %s', (_, access, account) => {
    const given = synthAccess({ devs: ['DataEngineer'] });
    const [assignment] = resourcesOf(given, ASSIGNMENT);
    const after = synthAccess(access, {}, account);
    expect(assignments(after)).toEqual([]);
    expect(providersOf(after)).toContain(assignment?.['provider']);
    expect(after.provider).toEqual(given.provider);
  });

  it('gives groups, and never a user, what the file says', () => {
    const found = resourcesOf(
      synthAccess({ devs: ['DataEngineer', 'AirflowViewer'], bi: ['DataAnalyst'] }),
      ASSIGNMENT,
    );
    expect(found).toHaveLength(3);
    for (const assignment of found)
      expect(assignment).toMatchObject({
        principal_type: 'GROUP',
        target_type: 'AWS_ACCOUNT',
        target_id: expect.stringContaining('aws_organizations_account') as unknown,
      });
  });

  it('keeps the address of an assignment whatever stands around it', () => {
    const one = assignments(synthAccess({ devs: ['DataEngineer'] }));
    const many = assignments(synthAccess({ bi: ['DataAnalyst'], devs: ['Billing', 'DataEngineer'] }));
    expect(one).toHaveLength(1);
    expect(many).toEqual(expect.arrayContaining(one));
  });

  it('makes assignments of one permission set one after the other, and those of different ones side by side', () => {
    const before = (access: Record<string, string[]>) =>
      resourcesOf(synthAccess(access), ASSIGNMENT).flatMap(
        ({ depends_on: others = [] }) => others as string[],
      );
    expect(before({ devs: ['DataEngineer', 'AirflowViewer'] })).toEqual([]);
    expect(before({ bi: ['DataEngineer'], devs: ['DataEngineer'] })).toEqual([
      expect.stringContaining('bi2FDataEngineer'),
    ]);
  });

  it('says which permission set is missing, and what to run', () => {
    const [assignment] = resourcesOf(synthAccess({ devs: ['DataEngineer'] }), ASSIGNMENT);
    const { precondition } = assignment?.['lifecycle'] as { precondition: { error_message: string }[] };
    expect(precondition.map(({ error_message }) => error_message)).toEqual([
      'permission set DataEngineer is not in IAM Identity Center; make it with: npx cdktf deploy identity',
    ]);
  });

  it('says which groups are missing, and which files ask for them', () => {
    const [message, ...others] = groupMessages(synthAccess({ devs: ['DataEngineer'], bi: ['DataAnalyst'] }));
    expect(others).toEqual([]);
    expect(message).toMatch(
      /^not in IAM Identity Center: .*; have the identity provider bring them \(SCIM\), or correct their names in these files$/,
    );
    expect(message).toContain('{"devs":"environments/sandbox.yaml","bi":"environments/sandbox.yaml"}');
    const [made] = groupMessages(
      synthAccess({ devs: ['DataEngineer'] }, { identity: { source: 'directory', groups: ['devs'] } }),
    );
    expect(made).toContain(
      'list them in identity.groups of environments/organization.yaml and run npx cdktf deploy identity',
    );
  });

  it('names the file that asks for a group which is missing', () => {
    const config = configWithStages(1);
    const [stage] = config.stages;
    const json = parsedLandingZone({
      ...config,
      stages: stage ? [{ ...stage, access: { devs: ['DataEngineer'] } }] : [],
      groupFiles: new Map([['s1', new Map([['devs', 'environments/defaults.yaml']])]]),
    });
    expect(groupMessages(json['s1-account'] ?? {})).toEqual([
      expect.stringContaining('{"devs":"environments/defaults.yaml"}'),
    ]);
  });
});
