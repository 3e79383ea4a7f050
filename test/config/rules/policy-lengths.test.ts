import {
  airflowArrivalsPolicyLength,
  airflowQueriesPolicyLength,
  ciTrustPolicyLength,
  dataEngineerPolicyLength,
  publisherTrustPolicyLength,
  rawBucketPolicyLength,
  stepRolePolicyLength,
} from '../../../config/rules/policy-lengths';
import type { LakeZone } from '../../../config/schema/lake';
import { dataEngineer } from '../../../modules/identity-center/permission-sets/data-engineer';
import { ciConfig } from '../../support/ci';
import { environmentConfig, fixtureAttachments, organizationConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { StackPolicies } from '../../support/policies';

/** More than this much too long, and files would be refused for nothing. */
const SPARE = 700;

const longest = { stage: 'sixteen-letters1', region: 'ap-southeast-2' };
const shortest = { stage: 'a', region: 'eu-west-1' };
const jobName = 'job-of-thirty-one-characters-12';

const numbered = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `${text}${index}/`);
const places = (zone: LakeZone, prefixes: string[]) => prefixes.map((prefix) => ({ zone, prefix }));
const arns = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::444455556666:role/kafka-connect-${index}`);

/** Policies of a stage with these settings. */
function policiesOf({ stage, region }: typeof longest, settings: object) {
  const stages = [environmentConfig(stage, { region, ...settings })];
  const config = { organization: organizationConfig(), stages, attachments: fixtureAttachments() };
  return new StackPolicies(parsedLandingZone(config)[stage] ?? {}).all;
}

function lengthOf(policies: ReturnType<typeof policiesOf>, title: RegExp): number {
  const found = policies.filter((policy) => title.test(policy.title));
  expect(found).toHaveLength(1);
  return found[0]?.text.length ?? NaN;
}

/** As long as the policy itself or a little longer. */
function expectToFit(reckoned: number, real: number): void {
  expect(reckoned).toBeGreaterThanOrEqual(real);
  expect(reckoned - real).toBeLessThan(SPARE);
}

describe.each([longest, shortest])('the reckoned length in $stage, $region', (place) => {
  it.each([
    ['few', 1, 1],
    ['many', 40, 1],
    ['large', 2, 60],
  ])('of the policy of raw fits with %s producers', (_, count, principals) => {
    const producers = numbered(count, 'events/kafka').map((prefix, index) => ({
      name: `producer-${index}`,
      prefix,
      principals: arns(principals),
    }));
    const lake = { producers: Object.fromEntries(producers.map(({ name, ...rest }) => [name, rest])) };
    const real = lengthOf(policiesOf(place, { lake }), /-raw-\d+, bucket$/);
    expectToFit(rawBucketPolicyLength(place.stage, producers), real);
  });

  it.each([
    ['few', 1, 1],
    ['many', 15, 10],
    ['only read', 30, 1],
  ])('of the policy of a step role fits with %s prefixes', (_, reads, writes) => {
    const job = {
      reads: places('raw', numbered(reads, 'events/orders')),
      writes: places('curated', numbered(writes, 'orders/daily')),
    };
    const databases = { read: ['raw'], write: ['raw', 'curated'] };
    const settings = { emr: { stepRoles: { [jobName]: { ...job, databases } } } };
    const real = lengthOf(policiesOf(place, settings), /emr-step-.*, identity$/);
    expectToFit(stepRolePolicyLength(place.stage, job), real);
  });

  /** Settings of a stage with an environment of Airflow. */
  const withAirflow = (settings: object, more: object = {}) => ({
    ...more,
    airflow: { main: { version: '2.11.2', requirements: 'airflow/requirements.txt', ...settings } },
  });

  it.each([
    ['few', 1],
    ['many', 20],
  ])('of the policy under which Airflow queries fits with %s work groups', (_, count) => {
    const workGroups = Array.from({ length: count }, (__, index) => `group-of-analysts-${index}`);
    const athena = { workGroups: Object.fromEntries(workGroups.map((name) => [name, {}])) };
    const settings = withAirflow({ athena: { workGroups, databases: ['raw', 'curated'] } }, { athena });
    const real = lengthOf(policiesOf(place, settings), /mwaa-queries, managed$/);
    expectToFit(airflowQueriesPolicyLength(place, workGroups), real);
  });

  it.each([
    ['few', 1],
    ['many', 80],
  ])('of the policy under which Airflow sees arrivals fits with %s prefixes', (_, count) => {
    const raw = places('raw', numbered(count, 'events/orders'));
    const watches = [...raw, ...raw.slice(0, 1), ...places('curated', ['orders/'])];
    const real = lengthOf(policiesOf(place, withAirflow({ watches })), /mwaa-lake, managed$/);
    expectToFit(airflowArrivalsPolicyLength(watches), real);
  });
});

describe('the reckoned length of the policy of DataEngineer', () => {
  const raw = places('raw', numbered(20, 'events/orders'));
  const curated = places('curated', numbered(10, 'orders/daily'));

  it.each([
    ['few prefixes', raw.slice(0, 1), curated.slice(0, 1)],
    ['many prefixes', raw, curated],
    ['what is read and written', [...raw, ...curated], curated],
    ['what is only read', [...raw, ...curated], []],
  ])('fits with %s', (_, reads, writes) => {
    const real = dataEngineer({ reads, writes }).inlinePolicy?.length ?? NaN;
    expectToFit(dataEngineerPolicyLength({ reads, writes }), real);
  });
});

describe('the reckoned length of a trust policy', () => {
  it('is that of the role of a pipeline', () => {
    const oidc = {
      issuer: 'https://gitlab.com',
      audience: 'https://gitlab.com',
      planSubjects: [
        'project_path:acme/platform:ref_type:branch:ref:a',
        'project_path:acme/platform:ref_type:branch:ref:b',
      ],
      applySubjects: ['project_path:acme/platform:ref_type:branch:ref:main'],
    };
    const json = parsedLandingZone(ciConfig({ oidc }))['organization'] ?? {};
    const real = lengthOf(new StackPolicies(json).all, /ci-plan, trust$/);
    expect(ciTrustPolicyLength({ ...oidc, subjects: oidc.planSubjects })).toBe(real);
  });

  it('is that of the role that publishes DAGs', () => {
    const dagPublishers = arns(3);
    const airflow = { main: { version: '2.11.2', requirements: 'airflow/requirements.txt', dagPublishers } };
    const real = lengthOf(policiesOf(longest, { airflow }), /dag-publisher, trust$/);
    expect(publisherTrustPolicyLength(dagPublishers)).toBe(real);
  });
});
