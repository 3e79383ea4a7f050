/**
 * Rules of public scanners and benchmarks, by their number, and the topic whose test file in
 * `test/policies/rules` checks them. Every number in scope stands in one topic.
 *
 * A new topic is a line here and a file `<topic>.test.ts` that calls `describeRows`.
 */
export const POLICY_TOPICS = {
  's3-access': [1, 2, 3, 4, 5, 6, 13, 14, 15, 16, 17, 18, 21],
  's3-data': [7, 8, 9, 10, 11, 12, 19, 20, 22, 23],
  kms: [24, 25, 26, 27, 28, 29],
  vpc: [30, 32, 33, 40, 41, 42, 43, 44, 45, 49],
  'security-groups': [31, 34, 35, 36, 37, 38, 39],
  account: [46, 47, 48, 72, 73],
  'iam-policies': [57, 58, 59, 60, 61, 62, 63, 64, 65, 68, 74],
  'iam-principals': [66, 67, 69, 70, 71, 75],
  'client-vpn': [50, 51, 52, 53, 54, 55, 56],
  mwaa: [78, 79, 80, 81, 82, 83, 84, 85, 86],
  emr: [87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97],
  'athena-glue': [98, 99, 100, 101, 102, 103, 104, 105, 106, 107],
  logs: [108, 109, 126],
  'messages-and-secrets': [121, 122, 123, 124, 125],
  audit: [76, 77, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120],
  stacks: [127, 130, 131],
} as const satisfies Record<string, readonly number[]>;

export type PolicyTopic = keyof typeof POLICY_TOPICS;

/** First and last numbers of the ranges that must be covered. */
export const POLICY_SCOPE: readonly (readonly [number, number])[] = [
  [1, 49], // S3, KMS, VPC, settings of an account for EC2
  [50, 56], // Client VPN
  [57, 77], // IAM, permission sets, guardrails and contacts of accounts
  [78, 109], // MWAA, EMR, Athena, Glue, Lake Formation, log groups
  [110, 120], // what watches all accounts
  [121, 127], // SNS, SQS, secrets, parameters, sessions, credentials of providers
  [130, 131], // tags, protection from destruction
];
