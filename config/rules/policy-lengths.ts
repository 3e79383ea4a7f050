import type { LakeZone } from '../schema/lake';

/**
 * How long policies become that grow with what a file lists. Modules write them, and config may not ask modules,
 * so what grows is counted here and the rest is taken at its longest; a test compares both with the policies
 * themselves.
 */

/** Account ids have twelve digits, whichever they are. */
const ACCOUNT_ID = '000000000000';

/** What the raw bucket's policy says without producers, at its longest: no plain HTTP, no other encryption. */
const RAW_BUCKET_REST = 1_000;

/** What a step role may do besides naming its prefixes, at its longest: both databases, all three buckets. */
const STEP_ROLE_REST = 4_150;

/** What DataEngineer may do besides naming its prefixes, at its longest: both zones, and writing. */
const DATA_ENGINEER_REST = 6_120;

/** What Airflow's queries need besides naming work groups, at its longest: both databases. */
const AIRFLOW_QUERIES_REST = 2_600;

/** What Airflow needs to see arrivals, besides naming prefixes, at its longest: in both zones, and its parameter. */
const AIRFLOW_ARRIVALS_REST = 575;

export interface ListedProducer {
  readonly name: string;
  readonly principals: readonly string[];
  readonly prefix: string;
}

export interface ListedPrefix {
  readonly zone: LakeZone;
  readonly prefix: string;
}

/** Bytes of the policy of a stage's raw bucket, one statement per producer. */
export function rawBucketPolicyLength(stage: string, producers: readonly ListedProducer[]): number {
  return producers.reduce((sum, { name, principals, prefix }) => {
    const statement = {
      Sid: `Write${name}${isLikeAnother(name, producers) ? '00000000' : ''}`,
      Effect: 'Allow',
      Principal: { AWS: principals },
      Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
      Resource: `${bucketArn(stage, 'raw')}/${prefix}*`,
    };
    return sum + inList(statement);
  }, RAW_BUCKET_REST);
}

/** Whether only hyphens tell a producer from another one: its statement has a longer name then. */
function isLikeAnother(name: string, producers: readonly ListedProducer[]): boolean {
  const bare = (text: string) => text.replaceAll('-', '');
  return producers.filter((other) => bare(other.name) === bare(name)).length > 1;
}

/** Characters of the inline policy of a step role. Each prefix stands in it four times, written ones six times. */
export function stepRolePolicyLength(
  stage: string,
  job: { readonly reads: readonly ListedPrefix[]; readonly writes: readonly ListedPrefix[] },
): number {
  const listed = ({ prefix }: ListedPrefix) => inList(`${prefix}*`) + inList(prefix.slice(0, -1));
  const objects = ({ zone, prefix }: ListedPrefix) => inList(`${bucketArn(stage, zone)}/${prefix}*`);
  const folder = ({ zone, prefix }: ListedPrefix) =>
    inList(`${bucketArn(stage, zone)}/${prefix.slice(0, -1)}`);
  const read = (place: ListedPrefix) => listed(place) + objects(place) + folder(place);
  const written = (place: ListedPrefix) =>
    read(place) + objects(place) + inList(`${bucketArn(stage, place.zone)}/${place.prefix}_$folder$`);
  return (
    STEP_ROLE_REST +
    job.reads.reduce((sum, place) => sum + read(place), 0) +
    job.writes.reduce((sum, place) => sum + written(place), 0)
  );
}

/**
 * Characters of the inline policy of the permission set DataEngineer. Each prefix stands in it twice, written ones three
 * times; one that is listed both as read and as written counts as written.
 */
export function dataEngineerPolicyLength({
  reads,
  writes,
}: {
  readonly reads: readonly ListedPrefix[];
  readonly writes: readonly ListedPrefix[];
}): number {
  const objects = ({ zone, prefix }: ListedPrefix) =>
    inList(`arn:aws:s3:::*-${zone}-\${aws:PrincipalAccount}/${prefix}*`);
  const read = (place: ListedPrefix) => objects(place) + inList(`${place.prefix}*`);
  const isWritten = ({ zone, prefix }: ListedPrefix) =>
    writes.some((place) => place.zone === zone && place.prefix === prefix);
  return (
    DATA_ENGINEER_REST +
    reads.reduce((sum, place) => sum + (isWritten(place) ? 0 : read(place)), 0) +
    writes.reduce((sum, place) => sum + read(place) + objects(place), 0)
  );
}

/** Characters of the policy under which Airflow queries. Each work group stands in it three times. */
export function airflowQueriesPolicyLength(
  { stage, region }: { readonly stage: string; readonly region: string },
  workGroups: readonly string[],
): number {
  return workGroups.reduce(
    (sum, name) =>
      sum +
      inList(`arn:aws:athena:${region}:${ACCOUNT_ID}:workgroup/${name}`) +
      inList(`${bucketArn(stage, 'query-results')}/${name}/*`) +
      inList(`${name}/*`),
    AIRFLOW_QUERIES_REST,
  );
}

/** Characters of the policy under which Airflow sees what has arrived. */
export function airflowArrivalsPolicyLength(watches: readonly ListedPrefix[]): number {
  const distinct = new Set(watches.map(({ zone, prefix }) => `${zone} ${prefix}`));
  return watches.reduce(
    (sum, { zone, prefix }) => sum + (distinct.delete(`${zone} ${prefix}`) ? inList(`${prefix}*`) : 0),
    AIRFLOW_ARRIVALS_REST,
  );
}

/** Characters of the trust policy of a pipeline's role. */
export function ciTrustPolicyLength(trust: {
  readonly issuer: string;
  readonly audience: string;
  readonly subjects: readonly string[];
}): number {
  const issuer = trust.issuer.replace(/^https:\/\//, '');
  return trustPolicyLength({
    Sid: 'ExactlyThesePipelines',
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${ACCOUNT_ID}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: trust.audience, [`${issuer}:sub`]: trust.subjects } },
  });
}

/** Characters of the trust policy of the role that publishes DAGs. */
export function publisherTrustPolicyLength(principals: readonly string[]): number {
  return trustPolicyLength({
    Sid: 'ThePublishers',
    Effect: 'Allow',
    Principal: { AWS: principals },
    Action: 'sts:AssumeRole',
  });
}

function trustPolicyLength(statement: object): number {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }).length;
}

/** Places of which both halves are valid. */
export function knownPlaces(
  places: readonly (Partial<ListedPrefix> | undefined)[] | undefined,
): ListedPrefix[] {
  return (places ?? []).flatMap((place) =>
    place?.zone === undefined || place.prefix === undefined
      ? []
      : [{ zone: place.zone, prefix: place.prefix }],
  );
}

function bucketArn(stage: string, purpose: LakeZone | 'query-results'): string {
  return `arn:aws:s3:::${stage}-${purpose}-${ACCOUNT_ID}`;
}

/** Length as one of several in a JSON list. */
function inList(value: unknown): number {
  return JSON.stringify(value).length + 1;
}
