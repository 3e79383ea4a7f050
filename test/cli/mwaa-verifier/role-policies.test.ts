import { executionRole } from '../../../cli/mwaa-verifier/execution-role';
import { add, attributesAt } from '../../support/terraform-query';
import { addressOf, describeCheck } from './describe-check';
import { capped, deny, describeTaken, policy, role, takeAway } from './execution-role-policy';

describeCheck(executionRole, [
  {
    sentence: 'a statement that denies a part of what is asked',
    breakIt: (json) =>
      deny(json, { Action: 'LOGS:Put*', Resource: 'arn:aws:logs:*:*:log-group:airflow-sandbox-main-Task*' }),
    text: /may call logs:PutLogEvents on .*, found statement Refused/,
  },
  {
    sentence: 'a statement that denies everything outside of some services',
    breakIt: (json) =>
      deny(json, { NotAction: ['s3:*', 'logs:*', 'kms:*', 'cloudwatch:*', 'airflow:*', 'secretsmanager:*'] }),
    text: /may call sqs:ChangeMessageVisibility, .*, sqs:SendMessage on/,
  },
  {
    sentence: 'a statement that denies outside of another region',
    breakIt: (json) =>
      deny(json, {
        Action: 'sqs:SendMessage',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
      }),
    text: /may call sqs:SendMessage on/,
  },
  {
    sentence: 'a statement that denies, in a managed policy',
    breakIt: (json) => {
      const address = addressOf(json, 'aws_iam_policy', 'execution-role_lake');
      attributesAt(json, address)['policy'] = JSON.stringify({
        Statement: [{ Sid: 'No', Effect: 'Deny', Action: 'airflow:*', Resource: '*' }],
      });
      return address;
    },
    text: /may call airflow:PublishMetrics on .*, found statement No, which denies it/,
  },
  {
    sentence: 'a permissions boundary that leaves something out',
    breakIt: (json) => capped(json, [{ Effect: 'Allow', NotAction: 'cloudwatch:*', Resource: '*' }]),
    text: /may call cloudwatch:PutMetricData on \*, found a permissions boundary that does not; add it there too/,
  },
  {
    sentence: 'a permissions boundary that denies',
    breakIt: (json) => {
      capped(json, [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Sid: 'No', Effect: 'Deny', Action: 'airflow:*', Resource: '*' },
      ]);
      return 'aws_iam_policy.broken';
    },
    text: /may call airflow:PublishMetrics on .*, found statement No, which denies it/,
  },
  {
    sentence: 'a permissions boundary from elsewhere',
    breakIt: (json) => {
      attributesAt(json, role(json))['permissions_boundary'] = 'arn:aws:iam::111122223333:policy/cap';
      return role(json);
    },
    text: /expected policies of this stack, found arn:aws:iam::111122223333:policy\/cap, whose statements/,
  },
  {
    sentence: 'a policy of AWS’s, whose text is not there',
    breakIt: (json) => {
      attributesAt(json, role(json))['managed_policy_arns'] = ['arn:aws:iam::aws:policy/ReadOnlyAccess'];
      return role(json);
    },
    text: /found arn:aws:iam::aws:policy\/ReadOnlyAccess, whose statements cannot be read here/,
  },
  {
    sentence: 'a policy whose text Terraform makes',
    breakIt: (json) => {
      attributesAt(json, policy(json))['policy'] = '${data.aws_iam_policy_document.x.json}';
      return role(json);
    },
    text: /found aws_iam_role_policy\.airflow-main_execution-role_\S+, whose statements cannot be read here/,
  },
]);

describeTaken([
  [
    'statements of a managed policy, and of one inside the role',
    (json) => {
      takeAway(json, 'airflow:PublishMetrics');
      takeAway(json, 'cloudwatch:PutMetricData');
      const text = (Action: string) =>
        JSON.stringify({ Statement: { Effect: 'Allow', Action, Resource: '*' } });
      attributesAt(json, role(json))['inline_policy'] = [{ policy: text('airflow:PublishMetrics') }];
      const other = add(json, 'aws_iam_policy', { policy: text('cloudwatch:PutMetricData') });
      add(json, 'aws_iam_policy_attachment', {
        roles: [`\${${role(json)}.name}`],
        policy_arn: `\${${other}.arn}`,
      });
    },
  ],
  [
    'a boundary around all that is asked',
    (json) => capped(json, [{ Effect: 'Allow', Action: '*', Resource: '*' }]),
  ],
  [
    'a statement that denies calls without TLS',
    (json) => deny(json, { Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  ],
  [
    'a statement that denies what is for somebody else',
    (json) => deny(json, { Action: 's3:*', Resource: 'arn:aws:s3:::sandbox-raw-*' }),
  ],
]);
