import { type Resources, policy } from '../resources';
import type { Management } from './management';

const ORGANIZATION = '${aws_organizations_organization.this';

/** The organization itself, its guardrails, and accounts with their contacts. */
export function organization({ account, isChanged }: Management): Resources {
  return {
    aws_organizations_organization: {
      // Adopted: every management account has its organization before anything is deployed.
      this: {
        feature_set: 'ALL',
        enabled_policy_types: ['SERVICE_CONTROL_POLICY', 'TAG_POLICY'],
        aws_service_access_principals: [
          'access-analyzer.amazonaws.com',
          'account.amazonaws.com',
          'cloudtrail.amazonaws.com',
          'config.amazonaws.com',
          'guardduty.amazonaws.com',
          'iam.amazonaws.com',
          'securityhub.amazonaws.com',
          'sso.amazonaws.com',
          ...(isChanged ? ['ram.amazonaws.com'] : []),
        ],
      },
    },
    aws_organizations_organizational_unit: {
      workloads: {
        name: 'Workloads',
        parent_id: `${ORGANIZATION}.roots[0].id}`,
        tags: { Name: 'workloads' },
      },
      suspended: {
        name: isChanged ? 'Closed' : 'Suspended',
        parent_id: `${ORGANIZATION}.roots[0].id}`,
      },
    },
    aws_organizations_account: {
      moving: {
        name: isChanged ? 'Moved' : 'Moving',
        email: 'moving@example.org',
        parent_id: `\${aws_organizations_organizational_unit.${isChanged ? 'suspended' : 'workloads'}.id}`,
        tags: { Stage: isChanged ? 'closed' : 'test' },
      },
    },
    ...guardrails(isChanged),
    aws_organizations_resource_policy: {
      this: {
        content: policy({
          Sid: 'DelegateReading',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: [
            'organizations:DescribeOrganization',
            ...(isChanged ? ['organizations:ListAccounts'] : []),
          ],
          Resource: '*',
        }),
        tags: { Name: 'delegation' },
      },
    },
    aws_organizations_delegated_administrator: {
      config: delegated('config', account),
      analyzer: delegated('access-analyzer', account),
      sso: delegated('sso', account),
    },
    ...contacts(account, isChanged),
    aws_iam_organizations_features: {
      this: {
        enabled_features: ['RootCredentialsManagement', ...(isChanged ? ['RootSessions'] : [])],
        depends_on: ['aws_organizations_organization.this'],
      },
    },
  };
}

/** Services are delegated once they are trusted. */
const delegated = (service: string, account: string) => ({
  account_id: account,
  service_principal: `${service}.amazonaws.com`,
  depends_on: ['aws_organizations_organization.this'],
});

function guardrails(isChanged: boolean): Resources {
  return {
    aws_organizations_policy: {
      leave: {
        name: isChanged ? 'deny-leaving-the-organization' : 'deny-leaving',
        description: isChanged ? 'Nobody leaves, ever' : 'Nobody leaves',
        type: 'SERVICE_CONTROL_POLICY',
        content: policy({
          Sid: 'DenyLeaving',
          Effect: 'Deny',
          Action: ['organizations:LeaveOrganization', ...(isChanged ? ['account:CloseAccount'] : [])],
          Resource: '*',
        }),
        tags: { Name: 'leave' },
      },
      // Larger than an SCP could be before May 2026.
      regions: {
        name: 'regions',
        content: policy({
          Effect: 'Deny',
          NotAction: Array.from({ length: 200 }, (_, index) => `service${index}:DescribeSomethingLong`),
          Resource: '*',
        }),
      },
      tags: {
        name: 'tags',
        type: 'TAG_POLICY',
        content: JSON.stringify({
          tags: { Stage: { tag_key: { '@@assign': 'Stage' }, tag_value: { '@@assign': ['test', 'prod'] } } },
        }),
      },
    },
    aws_organizations_policy_attachment: {
      leave: {
        policy_id: '${aws_organizations_policy.leave.id}',
        target_id: `${ORGANIZATION}.roots[0].id}`,
      },
      regions: {
        policy_id: '${aws_organizations_policy.regions.id}',
        target_id: '${aws_organizations_organizational_unit.workloads.id}',
      },
      moving: {
        policy_id: '${aws_organizations_policy.regions.id}',
        target_id: '${aws_organizations_account.moving.id}',
      },
      tags: {
        policy_id: '${aws_organizations_policy.tags.id}',
        target_id: '${aws_organizations_organizational_unit.workloads.id}',
      },
    },
  };
}

function contacts(account: string, isChanged: boolean): Resources {
  const contact = (type: string, more: object = {}) => ({
    alternate_contact_type: type,
    name: isChanged ? 'Grace H.' : 'Ada L.',
    title: 'On call',
    email_address: isChanged ? 'grace@example.org' : 'ada@example.org',
    phone_number: '+31 20 555 0100',
    depends_on: ['aws_organizations_organization.this'],
    ...more,
  });
  return {
    aws_account_alternate_contact: {
      own: contact('OPERATIONS'),
      security: contact('SECURITY', { account_id: account }),
      billing: contact('BILLING', { account_id: account }),
    },
  };
}
