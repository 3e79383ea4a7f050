/** The AZ ids of one region, in the order in which stages take them. */
const threeZones = (prefix: string): readonly string[] => zones(prefix, 1, 2, 3);

function zones(prefix: string, ...numbers: number[]): readonly string[] {
  return numbers.map((number) => `${prefix}-az${number}`);
}

/**
 * Availability Zone **ids** of each commercial region, in the order in which a stage takes them.
 *
 * Ids, not names: `eu-west-1a` is another data centre in another account, `euw1-az1` is the same in all,
 * and it needs no lookup in the stage's account. Where a region has more than three, those come first that
 * every account can use and most services are in (use1-az3 lacks many instance types, apne1-az3 and
 * cac1-az3 are closed to new accounts). The order must never change: it decides which subnet lies where.
 *
 * Source: "AWS Availability Zones"
 * (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html) and, for
 * the zones to avoid, "Supported Availability Zones for One Zone file systems"
 * (https://docs.aws.amazon.com/efs/latest/ug/OneZoneAZs.html). Read 2026-11.
 */
export const REGION_ZONE_IDS: Readonly<Record<string, readonly string[]>> = {
  'af-south-1': threeZones('afs1'),
  'ap-east-1': threeZones('ape1'),
  'ap-east-2': threeZones('ape2'),
  'ap-northeast-1': zones('apne1', 1, 2, 4),
  'ap-northeast-2': threeZones('apne2'),
  'ap-northeast-3': threeZones('apne3'),
  'ap-south-1': threeZones('aps1'),
  'ap-south-2': threeZones('aps2'),
  'ap-southeast-1': threeZones('apse1'),
  'ap-southeast-2': threeZones('apse2'),
  'ap-southeast-3': threeZones('apse3'),
  'ap-southeast-4': threeZones('apse4'),
  'ap-southeast-5': threeZones('apse5'),
  'ap-southeast-6': threeZones('apse6'),
  'ap-southeast-7': threeZones('apse7'),
  'ca-central-1': zones('cac1', 1, 2, 4),
  'ca-west-1': threeZones('caw1'),
  'eu-central-1': threeZones('euc1'),
  'eu-central-2': threeZones('euc2'),
  'eu-north-1': threeZones('eun1'),
  'eu-south-1': threeZones('eus1'),
  'eu-south-2': threeZones('eus2'),
  'eu-west-1': threeZones('euw1'),
  'eu-west-2': threeZones('euw2'),
  'eu-west-3': threeZones('euw3'),
  'il-central-1': threeZones('ilc1'),
  'me-central-1': threeZones('mec1'),
  'me-south-1': threeZones('mes1'),
  'mx-central-1': threeZones('mxc1'),
  'sa-east-1': threeZones('sae1'),
  'us-east-1': zones('use1', 1, 2, 4),
  'us-east-2': threeZones('use2'),
  'us-west-1': zones('usw1', 1, 3),
  'us-west-2': threeZones('usw2'),
};

/** Names of the regions a stage can be in. */
export const REGIONS = Object.keys(REGION_ZONE_IDS) as [string, ...string[]];
