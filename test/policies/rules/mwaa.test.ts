import { holdsSecret } from '../../../config/airflow-secrets';
import {
  addressesWhere,
  at,
  companions,
  first,
  referred,
  refersTo,
  resources,
  set,
} from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { describeRows, type PolicyRow } from '../../support/policy-rows';

const ENVIRONMENT = 'aws_mwaa_environment';
const PUBLIC_ACCESS = 'aws_s3_bucket_public_access_block';
const VERSIONING = 'aws_s3_bucket_versioning';

/** Levels at which what goes wrong is logged. */
const LEVELS = ['WARNING', 'INFO', 'DEBUG'];

const isLogged = (environment: Attributes, part: string): boolean =>
  at(environment, `logging_configuration.${part}_logs.enabled`) === true;

/** A rule that a part of Airflow logs. */
const logs = (row: number, part: 'scheduler' | 'worker' | 'webserver', id: string): PolicyRow => ({
  row,
  title: `the ${part} logs`,
  ids: [id],
  check: (json) => addressesWhere(json, ENVIRONMENT, (environment) => !isLogged(environment, part)),
  breakIt: (json) => set(json, ENVIRONMENT, `logging_configuration.${part}_logs.enabled`, false),
});

/** Addresses of the bucket that DAGs of an environment are in. */
const bucketOf = ({ source_bucket_arn }: Attributes): string => referred(source_bucket_arn);

function isPrivateAndVersioned(json: TerraformJson, bucket: string): boolean {
  const blocks = companions(json, PUBLIC_ACCESS, 'bucket', bucket);
  const settings = [
    'block_public_acls',
    'block_public_policy',
    'ignore_public_acls',
    'restrict_public_buckets',
  ];
  return (
    settings.every((name) => blocks.some((block) => block[name] === true)) &&
    companions(json, VERSIONING, 'bucket', bucket).some(
      (versioning) => at(versioning, 'versioning_configuration.status') === 'Enabled',
    )
  );
}

/** Zones of the private subnets of an environment: those without a route to an internet gateway. */
function privateZones(json: TerraformJson, environment: Attributes): unknown[] {
  const ids = at(environment, 'network_configuration.subnet_ids');
  const open = resources(json, 'aws_route')
    .filter(({ attributes }) => String(attributes['gateway_id']).includes('aws_internet_gateway.'))
    .map(({ attributes }) => attributes['route_table_id']);
  return resources(json, 'aws_subnet')
    .filter(({ address }) => refersTo(ids, address))
    .filter(({ address }) =>
      companions(json, 'aws_route_table_association', 'subnet_id', address).every(
        ({ route_table_id }) => !open.includes(route_table_id),
      ),
    )
    .map(({ attributes }) => attributes['availability_zone_id']);
}

function holdsSecrets({ airflow_configuration_options }: Attributes): boolean {
  return Object.entries((airflow_configuration_options ?? {}) as Record<string, string>).some(
    ([option, value]) => holdsSecret(option.slice(option.indexOf('.') + 1), value),
  );
}

describeRows('mwaa', [
  logs(78, 'scheduler', 'CKV_AWS_242'),
  logs(79, 'worker', 'CKV_AWS_243'),
  logs(80, 'webserver', 'CKV_AWS_244'),
  {
    row: 81,
    title: 'parsing of DAGs and tasks log warnings at least',
    ids: ['cdk-nag MWAA6', 'own'],
    check: (json) =>
      addressesWhere(json, ENVIRONMENT, (environment) =>
        ['dag_processing', 'task'].some(
          (part) =>
            !isLogged(environment, part) ||
            !LEVELS.includes(String(at(environment, `logging_configuration.${part}_logs.log_level`))),
        ),
      ),
    breakIt: (json) => set(json, ENVIRONMENT, 'logging_configuration.task_logs.log_level', 'ERROR'),
  },
  {
    row: 82,
    title: 'the web server is in the VPC only',
    ids: ['CKV2_AWS_66'],
    check: (json) =>
      addressesWhere(
        json,
        ENVIRONMENT,
        ({ webserver_access_mode }) => webserver_access_mode !== 'PRIVATE_ONLY',
      ),
    breakIt: (json) => set(json, ENVIRONMENT, 'webserver_access_mode', 'PUBLIC_ONLY'),
  },
  {
    row: 83,
    title: 'environments are encrypted with a customer KMS key',
    ids: ['own'],
    check: (json) =>
      addressesWhere(json, ENVIRONMENT, ({ kms_key }) => !String(kms_key).includes('aws_kms_key.')),
    breakIt: (json) => set(json, ENVIRONMENT, 'kms_key', undefined),
  },
  {
    row: 84,
    title: 'the bucket with DAGs keeps versions and is not public',
    ids: ['own'],
    check: (json) =>
      addressesWhere(json, ENVIRONMENT, (environment) => !isPrivateAndVersioned(json, bucketOf(environment))),
    breakIt: (json) => {
      const { address, attributes } = first(json, ENVIRONMENT);
      const [versioning] = companions(json, VERSIONING, 'bucket', bucketOf(attributes));
      Object.assign(versioning ?? {}, { versioning_configuration: { status: 'Suspended' } });
      return address;
    },
  },
  {
    row: 85,
    title: 'environments stand in exactly two private subnets, in two zones',
    ids: ['own'],
    check: (json) =>
      addressesWhere(json, ENVIRONMENT, (environment) => {
        const zones = privateZones(json, environment);
        const { length } = at(environment, 'network_configuration.subnet_ids') as unknown[];
        return length !== 2 || new Set(zones).size !== 2;
      }),
    breakIt: (json) => {
      const { address, attributes } = first(json, ENVIRONMENT);
      const [id] = at(attributes, 'network_configuration.subnet_ids') as string[];
      set(json, ENVIRONMENT, 'network_configuration.subnet_ids', [id, id]);
      return address;
    },
  },
  {
    row: 86,
    title: 'no secret stands in options of Airflow',
    ids: ['own'],
    check: (json) => addressesWhere(json, ENVIRONMENT, holdsSecrets),
    breakIt: (json) =>
      set(json, ENVIRONMENT, 'airflow_configuration_options', { 'smtp.smtp_password': 'correct horse' }),
  },
]);
