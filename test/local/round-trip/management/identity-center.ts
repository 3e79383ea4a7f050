import { type Resources, policy } from '../resources';
import type { Management } from './management';

const INSTANCE = '${data.aws_ssoadmin_instances.this.arns[0]}';
const STORE = '${data.aws_ssoadmin_instances.this.identity_store_ids[0]}';

/** What is looked up: the instance, and groups that an identity provider would have brought. */
export function identityCenterData({ group }: Management): Resources {
  return {
    aws_ssoadmin_instances: { this: {} },
    aws_identitystore_group: {
      synchronized: {
        identity_store_id: STORE,
        alternate_identifier: [
          { unique_attribute: [{ attribute_path: 'DisplayName', attribute_value: group }] },
        ],
      },
      by_id: { identity_store_id: STORE, group_id: '${aws_identitystore_group.own.group_id}' },
    },
    aws_identitystore_groups: {
      all: { identity_store_id: STORE, depends_on: ['aws_identitystore_group.own'] },
    },
  };
}

/** Permission sets with everything that can hang on them, and who has them where. */
export function identityCenter({ account, isChanged }: Management): Resources {
  const of = (name: string) => ({
    instance_arn: INSTANCE,
    permission_set_arn: `\${aws_ssoadmin_permission_set.${name}.arn}`,
  });
  const assignment = (permissionSet: string, group: string) => ({
    ...of(permissionSet),
    principal_type: 'GROUP',
    principal_id: group,
    target_type: 'AWS_ACCOUNT',
    target_id: account,
    depends_on: ['aws_iam_policy.extra', 'aws_iam_policy.boundary_in_member'],
  });
  return {
    aws_identitystore_group: {
      own: {
        identity_store_id: STORE,
        display_name: isChanged ? 'own-renamed' : 'own',
        description: isChanged ? 'Made here, then changed' : 'Made here',
      },
    },
    aws_identitystore_user: {
      ada: {
        identity_store_id: STORE,
        user_name: 'ada',
        display_name: 'Ada L.',
        name: { given_name: 'Ada', family_name: 'L.' },
        emails: { value: 'ada@example.org', primary: true },
      },
    },
    aws_identitystore_group_membership: {
      ada: {
        identity_store_id: STORE,
        group_id: '${aws_identitystore_group.own.group_id}',
        member_id: '${aws_identitystore_user.ada.user_id}',
      },
    },
    // Permission sets only name an account's own policies: each account must have them.
    aws_iam_policy: {
      extra: ownPolicy('Extra', '/lz/'),
      boundary_in_member: ownPolicy('Boundary', '/'),
    },
    aws_ssoadmin_permission_set: {
      engineer: {
        instance_arn: INSTANCE,
        name: 'Data_Engineer.v1',
        description: isChanged ? 'Builds pipelines and data' : 'Builds pipelines',
        session_duration: isChanged ? 'PT4H' : 'PT8H',
        relay_state: `https://eu-west-1.console.aws.amazon.com/${isChanged ? 'athena' : 'mwaa'}/home`,
        tags: { Team: isChanged ? 'data' : 'platform' },
      },
      // Everything at AWS's defaults.
      plain: { instance_arn: INSTANCE, name: 'Plain' },
    },
    aws_ssoadmin_permission_set_inline_policy: {
      engineer: {
        ...of('engineer'),
        inline_policy: policy({
          Effect: 'Allow',
          Action: isChanged ? ['glue:GetTable', 'glue:GetTables'] : 'glue:GetTable',
          Resource: '*',
        }),
      },
    },
    aws_ssoadmin_managed_policy_attachment: {
      read: { ...of('engineer'), managed_policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      billing: { ...of('engineer'), managed_policy_arn: 'arn:aws:iam::aws:policy/job-function/Billing' },
    },
    aws_ssoadmin_customer_managed_policy_attachment: {
      engineer: { ...of('engineer'), customer_managed_policy_reference: { name: 'Extra', path: '/lz/' } },
    },
    aws_ssoadmin_permissions_boundary_attachment: {
      engineer: {
        ...of('engineer'),
        permissions_boundary: { customer_managed_policy_reference: { name: 'Boundary', path: '/' } },
      },
      plain: {
        ...of('plain'),
        permissions_boundary: { managed_policy_arn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
      },
    },
    aws_ssoadmin_account_assignment: {
      synchronized: assignment('engineer', '${data.aws_identitystore_group.synchronized.group_id}'),
      own: assignment('engineer', '${aws_identitystore_group.own.group_id}'),
      plain: assignment('plain', '${aws_identitystore_group.own.group_id}'),
    },
  };
}

function ownPolicy(name: string, path: string) {
  const document = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
  return { provider: 'aws.member', name, path, policy: document };
}
