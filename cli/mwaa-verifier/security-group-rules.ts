import { referencesIn } from '../deploy-model/references';
import {
  type Attributes,
  blocks,
  type Resource,
  texts,
  type VerifiedEnvironment,
} from './verified-environment';

export type Direction = 'ingress' | 'egress';

/** A rule of a security group, wherever it stands. */
export interface SecurityGroupRule {
  readonly admits: (port: number) => boolean;
  /** Addresses of the groups at the other end. */
  readonly groups: ReadonlySet<string>;
  /** Ranges at the other end. */
  readonly ranges: readonly string[];
  /** Whether it is about a prefix list, such as S3's. */
  readonly hasPrefixList: boolean;
}

/** Rules of a security group for TCP in one direction. */
export function rulesOf(
  environment: VerifiedEnvironment,
  group: Resource,
  direction: Direction,
): SecurityGroupRule[] {
  const own = environment
    .companions(`aws_vpc_security_group_${direction}_rule`, 'security_group_id', group)
    .map(({ attributes }) => attributes);
  const older = environment
    .companions('aws_security_group_rule', 'security_group_id', group)
    .map(({ attributes }) => attributes)
    .filter(({ type }) => type === direction);
  return [...own, ...older, ...blocks(group.attributes[direction])].map((rule) => ruleFrom(rule, group));
}

function ruleFrom(rule: Attributes, group: Resource): SecurityGroupRule {
  const protocol = String(rule['ip_protocol'] ?? rule['protocol']);
  const [from, to] = [Number(rule['from_port'] ?? 0), Number(rule['to_port'] ?? 65_535)];
  const others = [
    rule['referenced_security_group_id'],
    rule['source_security_group_id'],
    rule['security_groups'],
  ];
  return {
    admits: (port) =>
      ['-1', 'all'].includes(protocol) || (['tcp', '6'].includes(protocol) && from <= port && port <= to),
    groups: new Set([
      ...others.flatMap((other) => [...referencesIn(other)]),
      ...(rule['self'] === true ? [group.address] : []),
    ]),
    ranges: [...texts(rule['cidr_ipv4']), ...texts(rule['cidr_blocks'])],
    hasPrefixList: rule['prefix_list_id'] !== undefined || texts(rule['prefix_list_ids']).length > 0,
  };
}
