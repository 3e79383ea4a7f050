import { INTERFACE_ENDPOINT_PRESETS, zoneIdsOf } from '../../config';
import { EmrPlatform } from '../../modules/emr/emr-platform';
import type { Database } from '../../modules/glue/database';
import type { Lake } from '../../modules/lake/lake';
import { zoneKey } from '../../modules/vpc/subnets';
import type { Vpc } from '../../modules/vpc/vpc';
import { emrCertificateFile } from '../emr-certificate';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** What EMR stands on. */
interface EmrParts {
  readonly keys: StageKeys;
  readonly vpc: Vpc;
  readonly lake: Lake;
  readonly defaultDatabase: Database | undefined;
}

/** EMR in a stage: clusters, step roles, and what transient clusters need. */
export function addEmr(
  { scope, provider, accountId, environment }: StageContext,
  { keys, vpc, lake, defaultDatabase }: EmrParts,
): EmrPlatform {
  const { stage, region, network, emr, disposable } = environment;
  const { certificateGeneration, ...settings } = emr;
  const [firstZone = ''] = zoneIdsOf(environment).map(zoneKey);
  return new EmrPlatform(scope, 'emr', {
    provider,
    accountId,
    region,
    name: stage,
    vpcId: vpc.vpcId,
    vpcCidr: network.cidr,
    privateSubnetIds: vpc.privateSubnets.subnetIds,
    prerequisites: [
      ...vpc.wayOut(firstZone, INTERFACE_ENDPOINT_PRESETS.emr),
      ...(defaultDatabase ? [defaultDatabase.resource] : []),
    ],
    hasNat: network.natGateways !== 'none',
    s3PrefixListId: vpc.s3PrefixListId,
    dataKeyArn: keys.data.arn,
    artifacts: lake.artifacts,
    zoneBucketArns: { raw: lake.raw.arn, curated: lake.curated.arn },
    certificate: { file: emrCertificateFile(environment), generation: certificateGeneration },
    isDisposable: disposable,
    ...settings,
  });
}
