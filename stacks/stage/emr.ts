import { EmrPlatform } from '../../modules/emr/emr-platform';
import type { Lake } from '../../modules/lake/lake';
import type { Vpc } from '../../modules/vpc/vpc';
import { emrCertificateFile } from '../emr-certificate';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** EMR in a stage: clusters, step roles, and what transient clusters need. */
export function addEmr(
  { scope, provider, accountId, environment }: StageContext,
  keys: StageKeys,
  vpc: Vpc,
  lake: Lake,
): EmrPlatform {
  const { stage, region, network, emr, disposable } = environment;
  const { certificateGeneration, ...settings } = emr;
  return new EmrPlatform(scope, 'emr', {
    provider,
    accountId,
    region,
    name: stage,
    vpcId: vpc.vpcId,
    vpcCidr: network.cidr,
    privateSubnetIds: vpc.privateSubnets.subnetIds,
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
