import { STAGE_ACCOUNT } from '../../support/policies';
import { PRODUCER_ACCOUNT } from '../../support/policy-config';
import { decide } from '../decide';
import {
  stack,
  REGION,
  SERVICE,
  FLOW_LOG,
  CRAWLER,
  ADMIN,
  STRANGER,
  RAW,
  glue,
  below,
  itDecides,
} from './stage-under-test';

/** A service, the role it asks for, and the request with which AWS's service asks for an account's sake. */
const services = [
  {
    role: FLOW_LOG,
    service: 'vpc-flow-logs.amazonaws.com',
    source: (account: string) => `arn:aws:ec2:${REGION}:${account}:vpc-flow-log/fl-1`,
  },
  {
    role: SERVICE,
    service: 'elasticmapreduce.amazonaws.com',
    source: (account: string) => `arn:aws:elasticmapreduce:${REGION}:${account}:cluster/j-1`,
  },
];

describe.each(services)('the role of $service', ({ role, service, source }) => {
  const asked = (principal: string, context: Record<string, string>) =>
    decide(stack, { principal, action: 'sts:AssumeRole', resource: role, context });
  const from = (account: string) => ({ 'aws:SourceAccount': account, 'aws:SourceArn': source(account) });

  it('is for the service in its own account', async () => {
    await expect(asked(service, from(STAGE_ACCOUNT))).resolves.toBe('Allowed');
  });

  it.each([
    ['the service in another account', service, from(PRODUCER_ACCOUNT)],
    [
      'the service with a resource of another account',
      service,
      { ...from(PRODUCER_ACCOUNT), 'aws:SourceAccount': STAGE_ACCOUNT },
    ],
    ['the service for nobody in particular', service, {}],
    ['another service', 'lambda.amazonaws.com', from(STAGE_ACCOUNT)],
    ['an administrator', ADMIN, {}],
    ['another account', STRANGER, {}],
  ])('is not for %s', async (_, principal, context) => {
    await expect(asked(principal, context)).resolves.toBe('ImplicitlyDenied');
  });
});

itDecides(
  'the flow log',
  FLOW_LOG,
  [
    [
      'write to its log group',
      'logs:PutLogEvents',
      `${stack.arn('aws_cloudwatch_log_group', '/flow-log')}:log-stream:eni-1`,
    ],
  ],
  [
    [
      'write to another log group',
      'logs:PutLogEvents',
      `arn:aws:logs:${REGION}:${STAGE_ACCOUNT}:log-group:other:log-stream:eni-1`,
    ],
    ['delete its log group', 'logs:DeleteLogGroup', stack.arn('aws_cloudwatch_log_group', '/flow-log')],
  ],
);

itDecides(
  'the crawler of events/',
  CRAWLER,
  [
    ['read its prefix', 's3:GetObject', `${RAW}/events/1.json`],
    ['list its prefix', 's3:ListBucket', RAW, below('events/')],
    ['make tables of its database', 'glue:CreateTable', glue('table/raw/events')],
  ],
  [
    ['read another prefix', 's3:GetObject', `${RAW}/clicks/1.json`],
    ['list the whole bucket', 's3:ListBucket', RAW],
    ['write data', 's3:PutObject', `${RAW}/events/1.json`],
    ['delete a table', 'glue:DeleteTable', glue('table/raw/events')],
    ['make tables of another database', 'glue:CreateTable', glue('table/curated/events')],
  ],
);
