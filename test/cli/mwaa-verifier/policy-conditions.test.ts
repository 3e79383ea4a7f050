import { type Conditions, conditionsHold } from '../../../cli/mwaa-verifier/policy-conditions';

const CONTEXT = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'aws:SecureTransport': 'true' };
const S3 = 's3.eu-west-1.amazonaws.com';

it.each<[Conditions | undefined, boolean]>([
  [undefined, true],
  [{ StringEquals: { 'kms:ViaService': S3 } }, true],
  [{ StringEquals: { 'KMS:viaservice': ['sqs.eu-west-1.amazonaws.com', S3] } }, true],
  [{ StringEquals: { 'kms:ViaService': 's3.*.amazonaws.com' } }, false],
  [{ StringEqualsIgnoreCase: { 'kms:ViaService': S3.toUpperCase() } }, true],
  [{ StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } }, true],
  [{ StringLike: { 'kms:ViaService': 'sqs.*' } }, false],
  [{ StringNotLike: { 'kms:ViaService': ['sqs.*', 's3.*'] } }, false],
  [{ StringNotEquals: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' } }, true],
  [{ 'ForAnyValue:StringLike': { 'kms:ViaService': 's3.*' } }, true],
  [{ Bool: { 'aws:SecureTransport': 'True' } }, true],
  [{ Bool: { 'aws:SecureTransport': 'false' } }, false],
  // All operators and all keys must hold.
  [{ StringLike: { 'kms:ViaService': 's3.*' }, Bool: { 'aws:SecureTransport': 'false' } }, false],
  [{ StringLike: { 'kms:ViaService': 's3.*', 'kms:CallerAccount': '*' } }, false],
  // Keys that a call does not have.
  [{ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, false],
  [{ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, true],
  [{ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, true],
  [{ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, true],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'Team' } }, true],
  [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'Team' } }, false],
  [{ Null: { 'aws:SourceVpc': 'true' } }, true],
  [{ Null: { 'kms:ViaService': 'true' } }, false],
  [{ Null: { 'kms:ViaService': 'false' } }, true],
])('%j holds: %s', (conditions, expected) => {
  expect(conditionsHold(conditions, CONTEXT)).toBe(expected);
});
