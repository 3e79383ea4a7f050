import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import {
  type EnvironmentConfig,
  expandInterfaceEndpoints,
  type OrganizationConfig,
  planSubnets,
  zoneIdsOf,
} from '../config';
import { EMR_MANAGED_POLICY_TAG } from '../modules/emr/managed-policy-tag';
import { cloudWatchLogsAccess } from '../modules/kms/cloudwatch-logs-access';
import { KmsKey } from '../modules/kms/kms-key';
import { AccountLookup } from '../modules/organizations/account-lookup';
import { Vpc } from '../modules/vpc/vpc';
import { accountStackId } from './account-stack';
import { LandingZoneStack } from './landing-zone-stack';
import { managementProvider, stageProvider } from './providers';

export interface StageStackProps {
  readonly organization: OrganizationConfig;
  readonly environment: EnvironmentConfig;
}

/**
 * Days until a key asked to be deleted is gone, from 7 to 30 (`PendingWindowInDays` of ScheduleKeyDeletion).
 * Where everything may be thrown away the shortest wait is the right one.
 */
const KEY_DELETION_DAYS = { disposable: 7, kept: 30 } as const;

/** `<stage>`: everything in the account of a stage. */
export class StageStack extends LandingZoneStack {
  constructor(scope: Construct, props: StageStackProps) {
    const { organization, environment } = props;
    super(scope, environment.stage, { organization, isDisposable: environment.disposable });
    const { stage, region, network } = environment;

    const accountId = this.accountId(props);
    const provider = stageProvider(this, organization, environment, accountId);

    const logsKey = new KmsKey(this, 'logs-key', {
      provider,
      accountId,
      alias: `${stage}-logs`,
      description: `Log groups of ${stage}`,
      serviceStatements: [cloudWatchLogsAccess({ accountId, region })],
      deletionWindowDays: environment.disposable ? KEY_DELETION_DAYS.disposable : KEY_DELETION_DAYS.kept,
    });

    const zoneIds = zoneIdsOf(environment);
    const vpc = new Vpc(this, 'network', {
      provider,
      accountId,
      region,
      name: stage,
      cidr: network.cidr,
      privateSubnets: planSubnets(network.cidr, zoneIds, ['private']),
      publicSubnets: planSubnets(network.cidr, zoneIds, ['public']),
      nat: network.natGateways,
      interfaceEndpoints: expandInterfaceEndpoints(network.endpoints.interface),
      hasDynamodbEndpoint: network.endpoints.dynamodb,
      flowLog: { ...network.flowLogs, kmsKeyArn: logsKey.arn },
      serviceTags: EMR_MANAGED_POLICY_TAG,
    });

    new TerraformOutput(this, 'account_id', { value: accountId });
    new TerraformOutput(this, 'vpc_id', { value: vpc.vpcId });
    new TerraformOutput(this, 'private_subnet_ids', { value: vpc.privateSubnets.subnetIds });
  }

  /** The id from the file, or else found by e-mail with credentials of the management account. */
  private accountId({ organization, environment }: StageStackProps): string {
    if (environment.account.id !== undefined) return environment.account.id;
    return new AccountLookup(this, 'account-lookup', {
      provider: managementProvider(this, organization),
      email: environment.account.email,
      remedy: `cdktf deploy ${accountStackId(environment.stage)}`,
    }).accountId;
  }
}
