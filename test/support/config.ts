import { join } from 'node:path';
import { Attachments, type Config, loadConfig } from '../../config';
import { type EnvironmentConfig, environmentSchema } from '../../config/schema/environment';
import { type OrganizationConfig, organizationSchema } from '../../config/schema/organization';

/** The environments of `test/fixtures`: three stages as shipped, and one with everything its network can have. */
export const fixtureConfig = (): Config => loadConfig(FIXTURES);

/** A stage of these. */
export function fixtureStage(name: string): EnvironmentConfig {
  const found = fixtureConfig().stages.find(({ stage }) => stage === name);
  if (found === undefined) throw new Error(`the fixtures have no stage ${name}`);
  return found;
}

const FIXTURES = join(__dirname, '../fixtures');

/** The files of `test/fixtures` that configuration may name. */
export const fixtureAttachments = (): Attachments => new Attachments(FIXTURES);

type Overrides = Record<string, unknown>;

/** An organization with two units and, unless overridden, nothing else that is not a default. */
export function organizationConfig(overrides: Overrides = {}): OrganizationConfig {
  return organizationSchema.parse({
    managementAccountId: '123456789012',
    region: 'eu-west-1',
    units: ['workloads/production', 'workloads/non-production'],
    ...overrides,
  });
}

/** A stage with nothing set that has a default; `network` is merged, everything else replaced. */
export function environmentConfig(stage: string, overrides: Overrides = {}): EnvironmentConfig {
  return environmentSchema.parse({
    stage,
    account: {
      name: `data-${stage}`,
      email: `aws+data-${stage}@example.com`,
      unit: 'workloads/non-production',
    },
    region: 'eu-west-1',
    ...overrides,
    network: { cidr: '10.20.0.0/16', ...(overrides['network'] as Overrides | undefined) },
  });
}

/** A landing zone with `count` stages called s1, s2, … */
export function configWithStages(count: number): Config {
  const stages = Array.from({ length: count }, (_, index) =>
    environmentConfig(`s${index + 1}`, { network: { cidr: `10.${index + 1}.0.0/16` } }),
  );
  return { organization: organizationConfig(), stages, attachments: fixtureAttachments() };
}
