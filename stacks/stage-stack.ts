import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { Attachments, EnvironmentConfig, GroupFiles, OrganizationConfig } from '../config';
import { AccountBaseline } from '../modules/account-baseline/account-baseline';
import { AccountLookup } from '../modules/organizations/account-lookup';
import { accountStackId } from './account-stack';
import { LandingZoneStack } from './landing-zone-stack';
import { managementProvider, stageProvider } from './providers';
import { addAirflow, privateAirflow, watchedAirflow } from './stage/airflow';
import { addCatalog } from './stage/catalog';
import { addStageCi } from './stage/ci';
import { addEmr } from './stage/emr';
import { addKeys } from './stage/keys';
import { addLake } from './stage/lake';
import { refusedAccountId } from './stage/lifecycle';
import { addMonitoring } from './stage/monitoring';
import { addNetwork } from './stage/network';
import type { StageContext } from './stage/stage-context';
import { addVpn } from './stage/vpn';

export interface StageStackProps {
  readonly organization: OrganizationConfig;
  readonly environment: EnvironmentConfig;
  /** Files that the environment names. */
  readonly attachments: Attachments;
  /**
   * Files that name each group.
   *
   * @default - the stage's own
   */
  readonly groupFiles?: GroupFiles;
}

/** `<stage>`: everything in the account of a stage. */
export class StageStack extends LandingZoneStack {
  constructor(scope: Construct, props: StageStackProps) {
    const { organization, environment, attachments } = props;
    super(scope, environment.stage, { organization, isDisposable: environment.disposable });

    const accountId = this.accountId(props);
    const provider = stageProvider(this, organization, environment, accountId);
    const stage: StageContext = { scope: this, provider, accountId, environment, attachments };

    const keys = addKeys(stage);
    addStageCi(stage, organization, keys);
    new AccountBaseline(this, 'account-baseline', { provider, ebsKmsKeyArn: keys.data.arn });
    const vpc = addNetwork(stage, keys);
    const lake = addLake(stage, keys);
    const { defaultDatabase } = addCatalog(stage, keys, lake);
    const emr = addEmr(stage, { keys, vpc, lake, defaultDatabase });
    const airflow = addAirflow(stage, { keys, vpc, lake, emr });
    const vpn = addVpn(stage, {
      organization,
      groupFiles: props.groupFiles,
      keys,
      vpc,
      emr,
      ...privateAirflow(environment, airflow, vpc),
    });
    const monitoring = addMonitoring(stage, {
      keys,
      vpc,
      emr,
      airflow: watchedAirflow(environment),
      vpn,
    });

    new TerraformOutput(this, 'account_id', { value: accountId });
    new TerraformOutput(this, 'vpc_id', { value: vpc.vpcId });
    new TerraformOutput(this, 'private_subnet_ids', { value: vpc.privateSubnets.subnetIds });
    new TerraformOutput(this, 'emr_cluster_ids', { value: emr.clusterIds });
    new TerraformOutput(this, 'emr_step_role_arns', { value: emr.stepRoleArns });
    new TerraformOutput(this, 'airflow_urls', {
      value: byName(airflow, (each) => `https://${each.webServerUrl}`),
    });
    new TerraformOutput(this, 'airflow_buckets', { value: byName(airflow, (each) => each.bucket.name) });
    new TerraformOutput(this, 'alarm_topic_arn', { value: monitoring.topicArn });
    if (vpn) {
      new TerraformOutput(this, 'client_vpn_endpoint_id', { value: vpn.endpointId });
      new TerraformOutput(this, 'client_vpn_dns_name', { value: vpn.dnsName });
    }
    if (vpn && environment.vpn?.selfServicePortal === true)
      new TerraformOutput(this, 'client_vpn_self_service_url', { value: vpn.selfServicePortalUrl });
  }

  /** The id from the file of an account that is in use, or else found by e-mail with credentials of the management account. */
  private accountId({ organization, environment }: StageStackProps): string {
    if (environment.account.lifecycle !== 'active') return refusedAccountId(this, organization, environment);
    if (environment.account.id !== undefined) return environment.account.id;
    return new AccountLookup(this, 'account-lookup', {
      provider: managementProvider(this, organization),
      email: environment.account.email,
      remedy: `npx cdktf deploy ${accountStackId(environment.stage)}`,
    }).accountId;
  }
}

function byName<T>(things: Readonly<Record<string, T>>, value: (thing: T) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, value(thing)]));
}
