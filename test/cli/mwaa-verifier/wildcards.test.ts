import { covers, overlaps, overlapsArn } from '../../../cli/mwaa-verifier/wildcards';

it.each([
  ['s3:GetObject', 's3:GetObject', true],
  ['s3:GetObject*', 's3:GetObjectVersion', true],
  ['s3:*', 's3:GetObject*', true],
  ['s3:*Object*', 's3:GetObject*', true],
  ['s3:GetObject', 's3:GetObject*', false],
  ['s3:GetObjectVersion', 's3:GetObject*', false],
  ['s3:GetObject?', 's3:GetObjects', true],
  ['s3:GetObject?', 's3:GetObject*', false],
  ['arn:aws:s3:::a.b', 'arn:aws:s3:::a-b', false],
  ['arn:aws:s3:::a', 'arn:aws:s3:::a/*', false],
])('%s covers %s: %s', (pattern, asked, expected) => {
  expect(covers(pattern, asked)).toBe(expected);
});

it.each([
  ['s3:GetObjectVersion', 's3:GetObject*', true],
  ['s3:*Version', 's3:GetObject*', true],
  ['s3:Get*', 's3:*Object', true],
  ['s3:GetObject?', 's3:GetObject*', true],
  ['s3:GetObject', 's3:GetObject**', true],
  ['s3:Put*', 's3:Get*', false],
  ['s3:GetObject?', 's3:GetObject', false],
  ['airflow-a-*', 'airflow-b-*', false],
])('%s and %s overlap: %s', (one, other, expected) => {
  expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected]);
});

it.each([
  ['arn:aws:sqs:*:*:orders*', 'arn:aws:sqs:eu-west-1:*:airflow-celery-*', false],
  ['arn:aws:sqs:*:1:airflow-*', 'arn:aws:sqs:eu-west-1:*:airflow-celery-*', true],
  ['arn:aws:logs:*:*:log-group:a-Task:*', 'arn:aws:logs:eu-west-1:1:log-group:a-*', true],
  ['arn:aws:logs:*', 'arn:aws:logs:eu-west-1:1:log-group:a-*', true],
  ['arn:aws:s3:::a', '*', false],
  ['*', '*', true],
  ['*', 'arn:aws:s3:::a', true],
])('%s overlaps the ARN %s: %s', (pattern, asked, expected) => {
  expect(overlapsArn(pattern, asked)).toBe(expected);
});
