/** What Terraform does with a resource or, `read`, with a data source. */
export type Operation = 'create' | 'update' | 'delete' | 'read';

/** Where a duration comes from. */
export interface Evidence {
  /** Issues and pull requests of hashicorp/terraform-provider-aws, or what was measured. */
  readonly source: string;
  /** Year or month of the newest observation. */
  readonly date: string;
}

/** How long AWS takes over one type of resource, in seconds, the provider's own waits included. */
export interface Durations extends Evidence {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  /** Attributes whose change takes longer than any other update, with the seconds it takes. */
  readonly slowUpdates?: Readonly<Record<string, number>>;
}

const MINUTE = 60;

/** Seconds of a call that AWS answers at once, with the provider reading the result back. An estimate. */
const CALL = 2;

/** Day on which the table was last compared with its sources. */
export const DURATIONS_AS_OF = '2026-11-21';

/**
 * Types that AWS, or the provider itself, takes its time over. The sources are wall-clock times of the provider's
 * acceptance tests (creation, reading and deletion together), timeouts that proved too short, and own measurements; the
 * split into creation, update and deletion is an estimate from them.
 */
export const DURATIONS: Readonly<Record<string, Durations>> = {
  aws_mwaa_environment: {
    create: 28 * MINUTE,
    update: 25 * MINUTE,
    delete: 15 * MINUTE,
    slowUpdates: { airflow_version: 60 * MINUTE },
    source:
      'terraform-provider-aws PR #35961 and #36903: create, read and delete in 2,897 to 3,022 s (1,934 s in PR #16616, 2,028 s in PR #23034); one more update takes 1,500 s, tests of a version update 6,541 s',
    date: '2024',
  },
  aws_emr_cluster: {
    create: 6 * MINUTE,
    update: 6 * MINUTE,
    delete: 1.5 * MINUTE,
    source:
      'terraform-provider-aws PR #43018 and #38363: basic test 374 to 417 s; PR #12239: a resize takes 6 min',
    date: '2025',
  },
  aws_emr_instance_fleet: {
    create: 6 * MINUTE,
    update: 6 * MINUTE,
    delete: 1.5 * MINUTE,
    source:
      'terraform-provider-aws PR #43018: test with its cluster 1,381 s; PR #12239: a resize takes 6 min',
    date: '2025',
  },
  aws_nat_gateway: {
    create: 2 * MINUTE,
    update: CALL,
    delete: 1 * MINUTE,
    source: 'terraform-provider-aws PR #38363: tests with VPC and deletion 189 to 212 s',
    date: '2024',
  },
  aws_vpc_endpoint: {
    create: 2 * MINUTE,
    update: 2 * MINUTE,
    delete: 2 * MINUTE,
    source:
      'terraform-provider-aws PR #46800 and #44824: interface 70 s, with subnets 3 to 4 min, gateway 53 s',
    date: '2026',
  },
  aws_ec2_client_vpn_endpoint: {
    create: 20,
    update: 20,
    delete: 1 * MINUTE,
    source: 'terraform-provider-aws PR #22911: tests with certificate, VPC and deletion 103 to 167 s',
    date: '2022',
  },
  aws_ec2_client_vpn_network_association: {
    create: 6 * MINUTE,
    update: CALL,
    delete: 6 * MINUTE,
    source:
      'terraform-provider-aws PR #22911: test 857 s; the provider waits 4 min before it first looks; #18542 and PR #16522: 10 min were too short',
    date: '2022',
  },
  aws_ec2_client_vpn_authorization_rule: {
    create: 1.5 * MINUTE,
    update: CALL,
    delete: 1.5 * MINUTE,
    source:
      'terraform-provider-aws #14156, #16890 and PR #15367: a timeout of 1 min, then of 5, was too short',
    date: '2020',
  },
  aws_ec2_client_vpn_route: {
    create: 2.5 * MINUTE,
    update: CALL,
    delete: 2.5 * MINUTE,
    source:
      'terraform-provider-aws PR #30552 and cloudposse/terraform-aws-ec2-client-vpn PR #40: 90 s to 3 min',
    date: '2023',
  },
  aws_s3_bucket_lifecycle_configuration: {
    create: 1 * MINUTE,
    update: 1 * MINUTE,
    delete: CALL,
    source: 'measured: provider 5.100.0 waits 55 s on a server that answers at once',
    date: '2026-11',
  },
  aws_vpc: {
    create: 12,
    update: CALL,
    delete: CALL,
    source: 'measured: provider 5.100.0 waits at least 10 s on a server that answers at once',
    date: '2026-11',
  },
  aws_kms_key: {
    create: 15,
    update: 6,
    delete: CALL,
    source:
      "estimate: terraform-provider-aws, internal/service/kms/key.go, reads a new key's policy, rotation and tags back five times each, a second apart",
    date: '2025',
  },
  aws_organizations_account: {
    create: 2 * MINUTE,
    update: CALL,
    delete: 2 * MINUTE,
    source:
      'estimate: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html works asynchronously, for minutes',
    date: '2026-11',
  },
};

/** A gateway endpoint is an entry in route tables: it has no network interface to wait for. */
const GATEWAY_ENDPOINT: Durations = {
  create: 20,
  update: 10,
  delete: 20,
  source: 'estimate from terraform-provider-aws PR #46800: test with VPC and deletion 53 s',
  date: '2026',
};

/** IAM answers at once, and is read back until it is consistent. */
export const IAM_DURATIONS: Durations = {
  create: 4,
  update: 4,
  delete: 4,
  source: 'estimate: a few seconds',
  date: DURATIONS_AS_OF,
};

/** Everything that is not in the table. */
export const DEFAULT_DURATIONS: Durations = {
  create: CALL,
  update: CALL,
  delete: CALL,
  source: 'estimate: one call that AWS answers at once, read back',
  date: DURATIONS_AS_OF,
};

/** Seconds of a data source. An estimate: one call. */
export const READ_SECONDS = 1;

/** The provider calls the service's tagging API for these, and waits for nothing (internal/service/mwaa/environment.go). */
const TAGS: ReadonlySet<string> = new Set(['tags', 'tags_all']);

/** What the table says of a resource. Its attributes tell types apart that the provider has as one. */
export function durationsOf(type: string, attributes: Readonly<Record<string, unknown>> = {}): Durations {
  if (type === 'aws_vpc_endpoint' && (attributes['vpc_endpoint_type'] ?? 'Gateway') === 'Gateway') {
    return GATEWAY_ENDPOINT;
  }
  return DURATIONS[type] ?? (type.startsWith('aws_iam_') ? IAM_DURATIONS : DEFAULT_DURATIONS);
}

/**
 * Seconds of one operation on a resource.
 *
 * @param changed attributes that an update changes; some take longer than others
 */
export function secondsOf(
  operation: Operation,
  type: string,
  attributes: Readonly<Record<string, unknown>> = {},
  changed: readonly string[] = [],
): number {
  if (operation === 'read') return READ_SECONDS;
  const durations = durationsOf(type, attributes);
  if (operation !== 'update') return durations[operation];
  if (changed.length > 0 && changed.every((attribute) => TAGS.has(attribute))) return CALL;
  const slow = changed.map((attribute) => durations.slowUpdates?.[attribute] ?? 0);
  return Math.max(durations.update, ...slow);
}
