import { runSimulation, type EvaluationResult } from '@cloud-copilot/iam-simulate';

/** What somebody with every permission that an account can give does. */
export interface Call {
  /** ARN of a session, or of the root user. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | string[]>>;
}

const EVERYTHING = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** What AWS puts into `aws:PrincipalArn`: of a session, its role. */
function principalArn(principal: string): string {
  return principal.replace(/^arn:aws:sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:aws:iam::$1:role/$2');
}

/**
 * Asks whether a service control policy, beside FullAWSAccess, lets an administrator's call pass.
 *
 * @throws Error when the question makes no sense to IAM, such as a condition key that the action does not have
 */
export async function decideUnder(policy: string, call: Call): Promise<EvaluationResult> {
  const { principal, action, resource, context } = call;
  const accountId = /^arn:aws:\w+::(\d{12}):/.exec(principal)?.[1] ?? '';
  const answer = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId },
        contextVariables: { 'aws:PrincipalArn': principalArn(principal), ...context },
      },
      identityPolicies: [{ name: 'everything', policy: EVERYTHING }],
      serviceControlPolicies: [
        {
          orgIdentifier: 'ou-ab12-11111111',
          policies: [
            { name: 'FullAWSAccess', policy: EVERYTHING },
            { name: 'asked about', policy: JSON.parse(policy) as object },
          ],
        },
      ],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType !== 'single') throw new Error(`${action} on ${resource}: ${JSON.stringify(answer)}`);
  const unknown = answer.result.ignoredContextKeys ?? [];
  if (unknown.length > 0) throw new Error(`${action} has no condition key ${unknown.join(', ')}`);
  return answer.overallResult;
}
