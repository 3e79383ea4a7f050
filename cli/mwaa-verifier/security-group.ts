import { contains, parseCidr } from '../../config/network/cidr';
import type { Check, Finding } from './check';
import { hasNat, isAnywhere } from './routes';
import { type Direction, rulesOf, type SecurityGroupRule } from './security-group-rules';
import type { VerifiedEnvironment } from './verified-environment';

/** HTTPS, and the metadata database. */
const OWN_PORTS = [443, 5432];

/**
 * The parts of an environment, with its database's endpoint, share its group and talk through it.
 *
 * Source: "Security in your VPC on Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-security.html).
 */
export const securityGroup: Check = {
  id: 'security-group',
  title: 'Security groups let the environment talk with itself, and with AWS over HTTPS',
  check: (environment) => {
    const [group] = environment.securityGroups;
    if (group === undefined)
      return [{ at: environment.address, text: 'expected a security group of the stage, found none' }];
    const finding = (text: string): Finding => ({ at: group.address, text });
    return [
      ...(['ingress', 'egress'] as const).flatMap((direction) => {
        const closed = closedToItself(environment, direction);
        if (closed.length === 0) return [];
        const way = direction === 'ingress' ? 'in from' : 'out to';
        return [
          finding(
            `expected ${direction} rules that let ports ${OWN_PORTS.join(' and ')} ${way} the group itself, found none for ${closed.join(' and ')}; add a rule for all traffic of the group`,
          ),
        ];
      }),
      ...noWayToAws(environment).map((missing) =>
        finding(`expected an egress rule for port 443 to ${missing}, found none; add it`),
      ),
    ];
  },
};

const rules = (environment: VerifiedEnvironment, direction: Direction): SecurityGroupRule[] =>
  environment.securityGroups.flatMap((group) => rulesOf(environment, group, direction));

function closedToItself(environment: VerifiedEnvironment, direction: Direction): number[] {
  const own = environment.securityGroups.map(({ address }) => address);
  const among = rules(environment, direction).filter(
    ({ groups, ranges }) => own.some((address) => groups.has(address)) || ranges.some(isAnywhere),
  );
  return OWN_PORTS.filter((port) => !among.some((rule) => rule.admits(port)));
}

/** Where an environment must get to and cannot: everywhere with NAT; else endpoints in its subnets, and S3. */
function noWayToAws(environment: VerifiedEnvironment): string[] {
  const https = rules(environment, 'egress').filter((rule) => rule.admits(443));
  if (https.some(({ ranges }) => ranges.some(isAnywhere))) return [];
  if (environment.subnets.some((subnet) => hasNat(environment, subnet))) return ['0.0.0.0/0'];
  const ranges = https.flatMap((rule) => rule.ranges.map(parseCidr));
  return [
    ...environment.subnets
      .map(({ attributes }) => String(attributes['cidr_block']))
      .filter((subnet) => !ranges.some((range) => contains(range, parseCidr(subnet)))),
    ...(https.some(({ hasPrefixList }) => hasPrefixList) ? [] : ['the prefix list of S3']),
  ];
}
