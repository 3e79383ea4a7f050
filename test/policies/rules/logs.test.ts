import { add, addressesWhere, isStage, refersTo, resources, set } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { allow, covers, statementsIn } from '../../support/placed-statements';
import { describeRows } from '../../support/policy-rows';

const GROUP = 'aws_cloudwatch_log_group';
const SESSIONS = 'aws_ssm_document';

/** Attributes that say where a record of who did what, or of who talked to whom, goes. */
const AUDIT = {
  aws_cloudtrail: 'cloud_watch_logs_group_arn',
  aws_ec2_client_vpn_endpoint: 'connection_log_options',
  aws_flow_log: 'log_destination',
} as const;
const YEAR_DAYS = 365;

const isForAudit = (json: TerraformJson, group: string): boolean =>
  Object.entries(AUDIT).some(([type, attribute]) =>
    resources(json, type).some(({ attributes }) => refersTo(attributes[attribute], group)),
  );

/** What a Session Manager document says about sessions; undefined when it is about something else. */
function preferences(document: Record<string, unknown>): Record<string, unknown> | undefined {
  if (document['document_type'] !== 'Session') return undefined;
  return (JSON.parse(String(document['content'])) as { inputs?: Record<string, unknown> }).inputs ?? {};
}

describeRows('logs', [
  {
    row: 108,
    title: 'log groups are encrypted with a customer KMS key',
    ids: ['CKV_AWS_158', 'AWS-0017'],
    check: (json) =>
      addressesWhere(json, GROUP, ({ kms_key_id }) => !String(kms_key_id).includes('aws_kms_key.')),
    breakIt: (json) => set(json, GROUP, 'kms_key_id', undefined),
  },
  {
    row: 109,
    title: 'log groups forget, those with an audit trail after a year at the earliest',
    ids: ['CKV_AWS_66', 'CKV_AWS_338'],
    check: (json) =>
      addressesWhere(json, GROUP, ({ retention_in_days }, group) => {
        const days = Number(retention_in_days ?? 0);
        return !(days > 0) || (isForAudit(json, group) && days < YEAR_DAYS);
      }),
    breakIt: (json) => {
      const trail = add(json, GROUP, { retention_in_days: 364 });
      add(json, 'aws_cloudtrail', { cloud_watch_logs_group_arn: `\${${trail}.arn}:*` });
      return trail;
    },
  },
  {
    row: 126,
    title: 'Session Manager encrypts and logs sessions, and documents are private',
    ids: ['CKV_AWS_112', 'CKV_AWS_113', 'CKV_AWS_303', 'SSM.4'],
    check: (json) => {
      const sessions = resources(json, SESSIONS).map(({ attributes }) => preferences(attributes));
      const isUsed = statementsIn(json, 'identity').some(({ statement }) =>
        covers(statement, ['ssmmessages:OpenDataChannel']),
      );
      return [
        ...(isStage(json) && isUsed && !sessions.some((inputs) => inputs !== undefined) ? [SESSIONS] : []),
        ...addressesWhere(json, SESSIONS, (document) => {
          const inputs = preferences(document);
          const isLogged =
            (Boolean(inputs?.['s3BucketName']) && inputs?.['s3EncryptionEnabled'] !== false) ||
            (Boolean(inputs?.['cloudWatchLogGroupName']) &&
              inputs?.['cloudWatchEncryptionEnabled'] !== false);
          const isShared = document['permissions'] !== undefined;
          return isShared || (inputs !== undefined && !(isLogged && Boolean(inputs['kmsKeyId'])));
        }),
      ];
    },
    breakIt: (json) => {
      allow(json, 'identity', { Action: 'ssmmessages:*', Resource: '*' });
      return add(json, SESSIONS, {
        document_type: 'Session',
        content: JSON.stringify({ inputs: { cloudWatchLogGroupName: 'sessions' } }),
      });
    },
  },
]);
