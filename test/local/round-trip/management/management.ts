import { merged } from '../resources';
import { audit } from './audit';
import { costs } from './costs';
import { identityCenter, identityCenterData } from './identity-center';
import { organization } from './organization';
import { pipelineRoles } from './pipeline-roles';
import { stateBucket } from './state-bucket';

/** What the management account's configuration is about. */
export interface Management {
  readonly managementAccount: string;
  /** A member account. */
  readonly account: string;
  /** Of the organization, which exists. */
  readonly organizationId: string;
  /** Display name of a group that exists. */
  readonly group: string;
  /** Whether everything is changed that can be without being made anew. */
  readonly isChanged: boolean;
}

/**
 * A Terraform configuration with everything that the management account of a landing zone holds, written by hand:
 * it does not change when the modules do, and holds what they do not use.
 */
export function managementRoundTrip(about: Management): object {
  return {
    terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
    provider: {
      aws: [
        { region: 'eu-west-1', default_tags: [{ tags: { ManagedBy: 'round-trip' } }] },
        {
          alias: 'member',
          region: 'eu-west-1',
          assume_role: [
            {
              role_arn: `arn:aws:iam::${about.account}:role/OrganizationAccountAccessRole`,
              session_name: 'test',
            },
          ],
        },
      ],
    },
    import: [{ to: 'aws_organizations_organization.this', id: about.organizationId }],
    data: identityCenterData(about),
    resource: merged(
      organization(about),
      identityCenter(about),
      costs(about),
      audit(about),
      pipelineRoles(about),
      stateBucket(about),
    ),
  };
}
