import { add, addressesWhere, at, set } from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { describeRows } from '../../support/policy-rows';

/** Types that hold what cannot be made again, whatever the environment says, and unless it says they may go. */
const NEVER = ['aws_organizations_account', 'aws_organizations_organization'];
const UNLESS_DISPOSABLE = [
  'aws_ec2_client_vpn_endpoint',
  'aws_kms_key',
  'aws_mwaa_environment',
  'aws_s3_bucket',
];

const isUnguarded = (attributes: Attributes): boolean => at(attributes, 'lifecycle.prevent_destroy') !== true;

/** Names of the provider blocks that something is wrong with. */
const providersWhere = (json: TerraformJson, isWrong: (block: Attributes) => boolean): string[] =>
  (json.provider?.['aws'] ?? []).filter(isWrong).map(({ alias }) => `provider.aws.${String(alias)}`);

const stageProvider = (json: TerraformJson): Attributes => {
  const found = json.provider?.['aws']?.find(({ alias }) => alias === 'stage');
  if (found === undefined) throw new Error('there is no provider to break');
  return found;
};

describeRows('stacks', [
  {
    row: 127,
    title: 'providers hold no credentials',
    ids: ['CKV_AWS_41'],
    check: (json) =>
      providersWhere(json, (block) =>
        ['access_key', 'secret_key', 'token'].some((name) => block[name] !== undefined),
      ),
    breakIt: (json) => {
      stageProvider(json)['access_key'] = 'x';
      return 'provider.aws.stage';
    },
  },
  {
    row: 130,
    title: 'everything is tagged with what manages it, and in a stage with the stage',
    ids: ['tflint aws_resource_missing_tags', 'tflint aws_provider_missing_default_tags'],
    check: (json) =>
      providersWhere(json, (block) => {
        const tags = (at(block, 'default_tags.tags') ?? {}) as Record<string, string>;
        const required = block['alias'] === 'stage' ? ['ManagedBy', 'Stage'] : ['ManagedBy'];
        return required.some((key) => !tags[key]);
      }),
    breakIt: (json) => {
      stageProvider(json)['default_tags'] = [{ tags: { ManagedBy: 'landing-zone' } }];
      return 'provider.aws.stage';
    },
  },
  {
    row: 131,
    title: 'what cannot be made again is guarded against destruction',
    ids: ['own'],
    check: (json, { isDisposable }) =>
      addressesWhere(json, [...NEVER, ...(isDisposable ? [] : UNLESS_DISPOSABLE)], isUnguarded),
    breakIt: (json) => [
      set(json, 'aws_s3_bucket', 'lifecycle', undefined),
      set(json, 'aws_kms_key', 'lifecycle', { prevent_destroy: false }),
      add(json, 'aws_organizations_account', { close_on_deletion: false }),
    ],
  },
]);
