import { contains, overlaps, parseCidr } from '../../config/network/cidr';
import { referencesIn } from '../deploy-model/references';
import type { Check } from './check';
import type { Direction } from './security-group-rules';
import { type Attributes, blocks, type Resource, type VerifiedEnvironment } from './verified-environment';

/** Port of the metadata database. */
const DATABASE = 5432;

/**
 * Network ACLs, where a stack has any, let the subnets reach the metadata database. AWS's default lets everything
 * through.
 *
 * Source: "Security in your VPC on Amazon MWAA", network access control lists
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-security.html).
 */
export const networkAcls: Check = {
  id: 'network-acls',
  title: `Network ACLs let port ${DATABASE} of the metadata database in and out`,
  check: (environment) =>
    environment.subnets.flatMap((subnet) => {
      const acl = aclOf(environment, subnet);
      if (acl === undefined) return [];
      return (['ingress', 'egress'] as const)
        .filter(
          (direction) => !environment.subnets.every((other) => lets(environment, acl, direction, other)),
        )
        .map((direction) => ({
          at: acl.address,
          text: `expected ${direction} rules that let port ${DATABASE} through between the subnets of the environment, found that ${subnet.address} is closed; allow it before any rule that denies it`,
        }));
    }),
};

/** The ACL of a subnet: one that names it, else the VPC's default where the stack changes that. */
function aclOf(environment: VerifiedEnvironment, subnet: Resource): Resource | undefined {
  const [associated] = environment
    .companions('aws_network_acl_association', 'subnet_id', subnet)
    .flatMap(({ attributes }) => environment.referred(attributes['network_acl_id'], 'aws_network_acl'));
  return (
    associated ??
    ['aws_network_acl', 'aws_default_network_acl'].flatMap((type) =>
      environment.companions(type, 'subnet_ids', subnet),
    )[0] ??
    environment.resources('aws_default_network_acl')[0]
  );
}

/** Whether the first rule that is about the port and a subnet's range allows it; without one it is denied. */
function lets(
  environment: VerifiedEnvironment,
  acl: Resource,
  direction: Direction,
  { attributes }: Resource,
): boolean {
  const range = parseCidr(String(attributes['cidr_block']));
  const rules = [
    ...blocks(acl.attributes[direction]),
    ...environment
      .resources('aws_network_acl_rule')
      .map((rule) => rule.attributes)
      .filter((rule) => referencesIn(rule['network_acl_id']).has(acl.address))
      .filter((rule) => (rule['egress'] === true) === (direction === 'egress')),
  ]
    .filter(isAboutTheDatabase)
    .sort((a, b) => numberOf(a) - numberOf(b));
  for (const rule of rules) {
    if (typeof rule['cidr_block'] !== 'string') continue;
    const other = parseCidr(rule['cidr_block']);
    const isAllowed = (rule['action'] ?? rule['rule_action']) === 'allow';
    // One that denies a part of the range closes the port to that part.
    if (isAllowed ? contains(other, range) : overlaps(other, range)) return isAllowed;
  }
  return false;
}

const numberOf = (rule: Attributes): number => Number(rule['rule_no'] ?? rule['rule_number']);

function isAboutTheDatabase(rule: Attributes): boolean {
  const protocol = String(rule['protocol']);
  if (['-1', 'all'].includes(protocol)) return true;
  const [from, to] = [Number(rule['from_port']), Number(rule['to_port'])];
  return ['6', 'tcp'].includes(protocol) && from <= DATABASE && DATABASE <= to;
}
