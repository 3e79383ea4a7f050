import { Ec2ClientVpnAuthorizationRule } from '@cdktf/provider-aws/lib/ec2-client-vpn-authorization-rule';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { VpnAuthentication } from './vpn-authentication';
import type { VpnTarget } from './vpn-target';

export interface AuthorizationRulesProps {
  readonly provider: TerraformProvider;
  readonly endpointId: string;
  /** Address of the VPC's own DNS. */
  readonly dnsServer: string;
  readonly authentication: VpnAuthentication;
  readonly targets: Readonly<Record<string, VpnTarget>>;
}

/** Characters of a description that EC2 takes anywhere. */
const DESCRIPTION_LENGTH = 255;

/** Whom a rule is for. */
interface Audience {
  readonly key: string;
  readonly description: string;
  readonly who: { readonly accessGroupId: string } | { readonly authorizeAllGroups: true };
  readonly targets: readonly string[];
}

/**
 * Which ranges each group may reach: the subnets of its targets, and the VPC's DNS, without which it would find
 * nothing there. One rule per range, however many targets stand in it: AWS refuses a second.
 */
export class AuthorizationRules extends Construct {
  constructor(scope: Construct, id: string, props: AuthorizationRulesProps) {
    super(scope, id);
    for (const audience of audiences(props)) {
      const ranges = { ...subnetsOf(audience, props.targets), dns: `${props.dnsServer}/32` };
      for (const [range, targetNetworkCidr] of Object.entries(ranges)) {
        new Ec2ClientVpnAuthorizationRule(this, `${audience.key}-${range}`, {
          provider: props.provider,
          clientVpnEndpointId: props.endpointId,
          targetNetworkCidr,
          ...audience.who,
          description:
            `${range === 'dns' ? 'DNS' : audience.targets.join(', ')} for ${audience.description}`.slice(
              0,
              DESCRIPTION_LENGTH,
            ),
        });
      }
    }
  }
}

function audiences({ authentication, targets }: AuthorizationRulesProps): Audience[] {
  if (authentication.type === 'mutualTls') {
    return [
      {
        key: 'everybody',
        description: 'whoever has a certificate',
        who: { authorizeAllGroups: true },
        targets: Object.keys(targets),
      },
    ];
  }
  return authentication.groups.map((group) => ({
    key: encodeURIComponent(group.name),
    description: group.name,
    who: { accessGroupId: group.groupId },
    targets: group.targets,
  }));
}

/** Ranges by zone. */
function subnetsOf(audience: Audience, targets: Readonly<Record<string, VpnTarget>>): Record<string, string> {
  const subnets = audience.targets.flatMap((name) => targets[name]?.subnets ?? []);
  return Object.fromEntries(subnets.map(({ zone, cidr }) => [zone, cidr]));
}
