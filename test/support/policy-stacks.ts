import { join } from 'node:path';
import { type Config, loadConfig } from '../../config';
import type { EnvironmentConfig } from '../../config/schema/environment';
import { vpnSchema } from '../../config/schema/vpn';
import { fixtureConfig } from './config';
import { parsedLandingZone } from './landing-zone';
import { policyConfig } from './policy-config';
import type { TerraformJson } from './terraform-json';
import { CERTIFICATE_VPN, metadataIn, SAML_VPN } from './vpn';

/** A stack, with what rules want to know that does not stand in it. */
export interface PolicyStack {
  /** For people: `sandbox of fixtures`. */
  readonly name: string;
  readonly json: TerraformJson;
  readonly surroundings: Surroundings;
}

/** What rules want to know about a stack. */
export interface Surroundings {
  /** Whether the environment's file says that everything in it may go. */
  readonly isDisposable: boolean;
  /** VPN section of the environment's file, which has the reasons for what weakens it. */
  readonly vpn: EnvironmentConfig['vpn'];
  /** The stacks of the other stages. */
  readonly others: readonly TerraformJson[];
}

/** Every stack of the environments of this repository, of the fixtures, and of a stage that has everything. */
export function policyStacks(): PolicyStack[] {
  return [
    ...stacksOf('this repository', loadConfig(join(__dirname, '../..'))),
    ...stacksOf('fixtures', fixtureConfig()),
    ...stacksOf('everything', everythingConfig()),
  ];
}

/** The stack that rules are broken in. */
export function stackToBreak(stacks: readonly PolicyStack[]): PolicyStack {
  const found = stacks.find(({ name }) => name === 'isolated of everything');
  if (found === undefined) throw new Error('there is no stage that has everything');
  return found;
}

function stacksOf(source: string, config: Config): PolicyStack[] {
  const byName = parsedLandingZone(config);
  return Object.entries(byName).map(([name, json]) => ({
    name: `${name} of ${source}`,
    json,
    surroundings: {
      isDisposable: config.stages.some(({ stage, disposable }) => stage === name && disposable),
      vpn: config.stages.find(({ stage }) => stage === name)?.vpn,
      others: config.stages.filter(({ stage }) => stage !== name).map(({ stage }) => byName[stage] ?? {}),
    },
  }));
}

/**
 * The fixtures, with an organization of its own, a VPN of another kind in each stage, and one stage that has whatever a
 * stage can have, and that may not go.
 */
function everythingConfig(): Config {
  const { organization, stages } = fixtureConfig();
  const [{ lake, catalog }] = policyConfig().stages as [EnvironmentConfig];
  return {
    organization: {
      ...organization,
      organization: { ...organization.organization, managed: true },
      audit: { ...organization.audit, accountId: '222233334444' },
    },
    attachments: metadataIn('sandbox.xml'),
    stages: stages.map(withVpn).map((environment) =>
      environment.stage !== 'isolated'
        ? environment
        : {
            ...environment,
            disposable: false,
            network: { ...environment.network, natGateways: 'perZone' },
            lake: { ...environment.lake, producers: lake.producers },
            catalog: { ...environment.catalog, crawlers: catalog.crawlers },
            emr: { ...environment.emr, shellAccess: true },
          },
    ),
  };
}

/** The VPN of each stage of the fixtures: as it should be, and with what a file must give a reason for. */
const VPNS: Readonly<Record<string, object>> = {
  isolated: { ...SAML_VPN, access: { 'data-engineers': ['emr', 'airflow'] } },
  prod: { ...SAML_VPN, fullTunnelReason: 'auditors ask for it' },
  sandbox: { ...CERTIFICATE_VPN, mutualTlsReason: undefined },
  test: CERTIFICATE_VPN,
};

function withVpn(environment: EnvironmentConfig, index: number): EnvironmentConfig {
  const vpn = { ...VPNS[environment.stage], clientCidr: `10.${index + 100}.0.0/22` };
  return { ...environment, vpn: vpnSchema.parse(vpn) };
}
