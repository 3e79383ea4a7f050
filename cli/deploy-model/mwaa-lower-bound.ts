import { durationsOf } from './durations';
import type { StackGraph, StackNode } from './graph';

/** One thing that AWS asks for before an environment can be made. */
interface Prerequisite {
  /** Types that it can be; a stack that has none of them has it from elsewhere, or does without. */
  readonly types: readonly string[];
  /** Names of the prerequisites that it cannot be made without. */
  readonly after: readonly string[];
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/mwaa/latest/userguide';

/**
 * What Amazon MWAA cannot start without, and the order that AWS's own APIs impose on it (a subnet is made in a VPC).
 * Written down here and not taken from a stack's references, so that a reference nobody needs shows as time lost.
 */
export const MWAA_PREREQUISITES: Readonly<Record<string, Prerequisite>> = {
  vpc: { types: ['aws_vpc'], after: [], source: `${GUIDE}/networking-about.html` },
  subnets: { types: ['aws_subnet'], after: ['vpc'], source: `${GUIDE}/networking-about.html` },
  'internet gateway': {
    types: ['aws_internet_gateway'],
    after: ['vpc'],
    source: `${GUIDE}/networking-about.html`,
  },
  'elastic IP': { types: ['aws_eip'], after: [], source: `${GUIDE}/networking-about.html` },
  'public route': {
    types: ['aws_route'],
    after: ['route tables', 'internet gateway'],
    source: `${GUIDE}/networking-about.html`,
  },
  'NAT gateway': {
    types: ['aws_nat_gateway'],
    after: ['subnets', 'elastic IP', 'internet gateway'],
    source: `${GUIDE}/networking-about.html`,
  },
  'route tables': { types: ['aws_route_table'], after: ['vpc'], source: `${GUIDE}/networking-about.html` },
  'private routes': {
    types: ['aws_route'],
    after: ['route tables', 'NAT gateway'],
    source: `${GUIDE}/networking-about.html`,
  },
  'route table associations': {
    types: ['aws_route_table_association'],
    after: ['route tables', 'subnets'],
    source: `${GUIDE}/networking-about.html`,
  },
  'security group': { types: ['aws_security_group'], after: ['vpc'], source: `${GUIDE}/vpc-security.html` },
  'security group rules': {
    types: ['aws_vpc_security_group_ingress_rule', 'aws_security_group_rule'],
    after: ['security group'],
    source: `${GUIDE}/vpc-security.html`,
  },
  // Only where no NAT gateway leads out: an environment then reaches AWS's services through endpoints alone.
  endpoints: {
    types: ['aws_vpc_endpoint'],
    after: ['subnets', 'security group rules'],
    source: `${GUIDE}/vpc-vpe-create-access.html`,
  },
  key: { types: ['aws_kms_key'], after: [], source: `${GUIDE}/custom-keys-certs.html` },
  bucket: { types: ['aws_s3_bucket'], after: [], source: `${GUIDE}/mwaa-s3-bucket.html` },
  'bucket versioning': {
    types: ['aws_s3_bucket_versioning'],
    after: ['bucket'],
    source: `${GUIDE}/mwaa-s3-bucket.html`,
  },
  'public access block': {
    types: ['aws_s3_bucket_public_access_block'],
    after: ['bucket'],
    source: `${GUIDE}/mwaa-s3-bucket.html`,
  },
  // The environment names versions of its files, which a bucket only has once it is versioned.
  objects: {
    types: ['aws_s3_object'],
    after: ['bucket versioning', 'key'],
    source: `${GUIDE}/working-dags-dependencies.html`,
  },
  'execution role': { types: ['aws_iam_role'], after: [], source: `${GUIDE}/mwaa-create-role.html` },
  'execution role policy': {
    types: ['aws_iam_role_policy', 'aws_iam_role_policy_attachment'],
    after: ['execution role'],
    source: `${GUIDE}/mwaa-create-role.html`,
  },
  'log groups': {
    types: ['aws_cloudwatch_log_group'],
    after: ['key'],
    source: `${GUIDE}/monitoring-airflow.html`,
  },
};

const ENVIRONMENT = 'aws_mwaa_environment';

/** A chain of things that must be made one after the other. */
export interface Chain {
  readonly seconds: number;
  /** What is made, in order, with the seconds each takes. */
  readonly steps: readonly { readonly what: string; readonly seconds: number }[];
}

/**
 * The shortest time in which AWS can have made a stack's MWAA environments, however well the stack is wired: the
 * longest chain of prerequisites, and an environment at its end.
 *
 * @returns undefined for a stack without an environment
 */
export function mwaaLowerBound(graph: StackGraph): Chain | undefined {
  const made = graph.nodes.filter(({ kind, imported }) => kind === 'resource' && !imported);
  const slowest = (types: readonly string[]) => longestCreation(made, types);
  const environment = slowest([ENVIRONMENT]);
  if (environment === undefined) return undefined;

  const routed = slowest(['aws_nat_gateway']) !== undefined;
  const chains = new Map<string, Chain>();
  const chainOf = (name: string): Chain => {
    const known = chains.get(name);
    if (known !== undefined) return known;
    const { types, after } = MWAA_PREREQUISITES[name] as Prerequisite;
    const own = name === 'endpoints' && routed ? undefined : slowest(types);
    const chain = extended(longest(after.map(chainOf)), name, own);
    chains.set(name, chain);
    return chain;
  };
  return extended(longest(Object.keys(MWAA_PREREQUISITES).map(chainOf)), 'MWAA environment', environment);
}

function longestCreation(nodes: readonly StackNode[], types: readonly string[]): number | undefined {
  const seconds = nodes
    .filter(({ type }) => types.includes(type))
    .map(({ type, attributes }) => durationsOf(type, attributes).create);
  return seconds.length === 0 ? undefined : Math.max(...seconds);
}

function longest(chains: readonly Chain[]): Chain {
  return chains.reduce((best, chain) => (chain.seconds > best.seconds ? chain : best), {
    seconds: 0,
    steps: [],
  });
}

function extended(chain: Chain, what: string, seconds: number | undefined): Chain {
  if (seconds === undefined) return chain;
  return { seconds: chain.seconds + seconds, steps: [...chain.steps, { what, seconds }] };
}
