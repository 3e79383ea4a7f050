import { join } from 'node:path';
import { loadConfig } from '../../config';
import { parsedLandingZone } from '../support/landing-zone';
import type { Attributes, TerraformJson } from '../support/terraform-json';

/** The environments of this repository, as they are shipped. */
const stacks = parsedLandingZone(loadConfig(join(__dirname, '../..')));

/** Resources of a stage by address, with the stage's name taken out of all texts. */
function resourcesOf(stage: string): Record<string, Attributes> {
  const text = JSON.stringify(stacks[stage]).replace(new RegExp(`\\b${stage}\\b`, 'g'), 'STAGE');
  const { resource = {} } = JSON.parse(text) as TerraformJson;
  return Object.fromEntries(
    Object.entries(resource).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, attributes]) => [
        `${type}.${name.replace(/_[0-9A-F]{8}$/, '')}`,
        attributes,
      ]),
    ),
  );
}

/** Paths of the values in which two differ. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isBranch(a) || !isBranch(b)) return [path];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differences(a[key], b[key], `${path}.${key}`));
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What stages may differ in: addresses, count and size, and whether all of it may go. */
const MAY_DIFFER: readonly RegExp[] = [
  /^aws_(?:vpc|subnet)\..*\.cidr_block$/,
  // Size.
  /^aws_emr_cluster\..*\.core_instance_group\.instance_(?:count|type)$/,
  /^aws_emr_managed_scaling_policy\..*\.compute_limits\.0\.\w+$/,
  /^aws_mwaa_environment\..*\.(?:environment_class|(?:min|max)_workers)$/,
  /^aws_cloudwatch_metric_alarm\.monitoring_airflow-main_(?:demand-above|workers-at)-maximum\.(?:alarm_description|metric_query\.0\.expression)$/,
  // Count: one zone more, and a NAT gateway in each.
  /^aws_route\.network_nat_nat-route-az\d\.nat_gateway_id$/,
  /^aws_vpc_endpoint\.network_gateway-endpoint_s3\.route_table_ids\.\d$/,
  /^aws_cloudwatch_dashboard\.monitoring_dashboard\.dashboard_body$/,
  // How long things are kept, and where.
  /^aws_cloudwatch_log_group\.network_flow-log_log-group\.retention_in_days$/,
  /^aws_s3_bucket_lifecycle_configuration\.lake_(?:raw|curated)_lifecycle\.rule\.0\.transition$/,
  // Whether all of it may go.
  /^aws_(?:athena_workgroup|s3_bucket)\..*\.force_destroy$/,
  /^aws_(?:kms_key|mwaa_environment|s3_bucket)\..*\.lifecycle$/,
  /^aws_kms_key\..*\.deletion_window_in_days$/,
  /^aws_emr_cluster\..*\.termination_protection$/,
  /^aws_ssm_parameter\.airflow-environments_record-main\.insecure_value$/,
];

/** The one policy that a setting of a stage changes: `emr.shellAccess`, on in sandbox. */
const NODES = 'aws_iam_role_policy.emr_instance-profile_role-policy';

const isOfZone = (address: string): boolean => /-az\d(?:$|_)/.test(address);

const sandbox = resourcesOf('sandbox');

describe.each(['test', 'prod'])('sandbox and %s', (name) => {
  const other = resourcesOf(name);
  const shared = Object.keys(sandbox).filter((address) => address in other);

  it('have the same resources but for those of one zone more', () => {
    const addresses = new Set([...Object.keys(sandbox), ...Object.keys(other)]);
    expect([...addresses].filter((address) => !shared.includes(address) && !isOfZone(address))).toEqual([]);
    expect(shared.length).toBeGreaterThan(150);
  });

  it('have them with the same settings and policies but for count and size', () => {
    const found = shared.flatMap((address) => differences(sandbox[address], other[address], address));
    expect(found.filter((path) => !MAY_DIFFER.some((may) => may.test(path)))).toEqual([`${NODES}.policy`]);
  });

  it('give the same rights to nodes but for the shell that sandbox opens on them', () => {
    const rightsIn = (resources: Record<string, Attributes>) =>
      (JSON.parse(String(resources[NODES]?.['policy'])) as { Statement: { Sid: string }[] }).Statement;
    const shell = ['OpenShellSessions', 'RegisterForSessions'];
    expect(rightsIn(other).filter(({ Sid }) => shell.includes(Sid))).toEqual([]);
    expect(rightsIn(sandbox).filter(({ Sid }) => !shell.includes(Sid))).toEqual(rightsIn(other));
  });
});
