import { add, addressesWhere } from '../../support/terraform-query';
import { actionsOf, allow, principalsOf, statementsWhere } from '../../support/placed-statements';
import { type RenderedStatement, resourcesOf } from '../../support/terraform-json';
import { describeRows } from '../../support/policy-rows';

const MANAGED_POLICIES = [
  'aws_iam_role_policy_attachment',
  'aws_iam_policy_attachment',
  'aws_iam_user_policy_attachment',
  'aws_iam_group_policy_attachment',
  'aws_ssoadmin_managed_policy_attachment',
];
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const GITHUB = 'token.actions.githubusercontent.com';
const LONGEST_SESSION_HOURS = 12;

/**
 * Whether a trust names GitHub's tokens without saying for whom: audience and subject, the subject with an
 * organization and a repository without `*`.
 *
 * Source: "Configuring OpenID Connect in Amazon Web Services", configuring the role and trust policy
 * (https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws).
 */
function trustsAnyWorkflow({ Condition = {}, ...statement }: RenderedStatement): boolean {
  if (!principalsOf(statement).some((principal) => principal.includes(GITHUB))) return false;
  const subjects = ['StringEquals', 'StringLike'].flatMap((operator) =>
    [Condition[operator]?.[`${GITHUB}:sub`] ?? []].flat(),
  );
  return (
    Condition['StringEquals']?.[`${GITHUB}:aud`] !== 'sts.amazonaws.com' ||
    subjects.length === 0 ||
    subjects.some((subject) => !/^repo:[^*?/]+\/[^*?:]+:.*[^*]/.test(subject))
  );
}

/** Hours of an ISO 8601 duration such as PT8H; Identity Center takes no others. */
const hoursOf = (duration: unknown = 'PT1H'): number =>
  Number(/^PT(\d+)H$/.exec(String(duration))?.[1] ?? Number.POSITIVE_INFINITY);

const role = (statement: object) => ({
  assume_role_policy: JSON.stringify({ Statement: [{ Sid: 'Broken', Effect: 'Allow', ...statement }] }),
});

describeRows('iam-principals', [
  {
    row: 66,
    title: 'AdministratorAccess is attached to nobody',
    ids: ['CKV_AWS_274', 'CKV_AWS_275'],
    check: (json) =>
      addressesWhere(
        json,
        [...MANAGED_POLICIES, 'aws_iam_role'],
        ({ policy_arn, managed_policy_arn, managed_policy_arns }) =>
          [policy_arn, managed_policy_arn, managed_policy_arns].flat().includes(ADMINISTRATOR),
      ),
    breakIt: (json) => [
      add(json, 'aws_iam_role_policy_attachment', { policy_arn: ADMINISTRATOR }),
      add(json, 'aws_iam_role', { managed_policy_arns: [ADMINISTRATOR] }),
      add(json, 'aws_ssoadmin_managed_policy_attachment', { managed_policy_arn: ADMINISTRATOR }),
    ],
  },
  {
    row: 67,
    title: 'roles trust neither everybody nor every service',
    ids: ['CKV_AWS_60', 'CKV_AWS_61'],
    check: (json) =>
      statementsWhere(
        json,
        'trust',
        (statement) =>
          statement.Effect === 'Allow' &&
          principalsOf(statement).some((principal) => principal.includes('*')),
      ),
    breakIt: (json) => allow(json, 'trust', { Principal: { Service: '*' }, Action: 'sts:AssumeRole' }),
  },
  {
    row: 69,
    title: 'roles for GitHub trust one repository’s workflows',
    ids: ['CKV_AWS_358', 'CKV_AWS_393'],
    check: (json) =>
      statementsWhere(
        json,
        'trust',
        (statement) =>
          actionsOf(statement).includes('sts:AssumeRoleWithWebIdentity') && trustsAnyWorkflow(statement),
      ),
    breakIt: (json) =>
      add(
        json,
        'aws_iam_role',
        role({
          Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
            StringLike: { [`${GITHUB}:sub`]: 'repo:our-organization/*' },
          },
        }),
      ),
  },
  {
    row: 70,
    title: 'there are no IAM users',
    ids: ['CKV_AWS_273', 'CKV2_AWS_22', 'CIS 1.20'],
    check: (json) =>
      addressesWhere(json, ['aws_iam_user', 'aws_iam_access_key', 'aws_iam_user_login_profile'], () => true),
    breakIt: (json) => add(json, 'aws_iam_user', { name: 'deployer' }),
  },
  {
    row: 71,
    title: 'no policy is attached to a user',
    ids: ['CKV_AWS_40', 'AWS-0143', 'IAM.2'],
    check: (json) =>
      addressesWhere(json, ['aws_iam_user_policy', 'aws_iam_user_policy_attachment'], () => true).concat(
        addressesWhere(json, 'aws_iam_policy_attachment', ({ users }) => users !== undefined),
      ),
    breakIt: (json) => [
      add(json, 'aws_iam_user_policy_attachment', { user: 'deployer' }),
      add(json, 'aws_iam_policy_attachment', { users: ['deployer'] }),
    ],
  },
  {
    row: 75,
    title: 'permission sets end a session after half a day, have no policy with *, and have a boundary',
    ids: ['CKV_AWS_62', 'CKV_AWS_63', 'own'],
    check: (json) => [
      ...addressesWhere(
        json,
        'aws_ssoadmin_permission_set',
        ({ session_duration }) => hoursOf(session_duration) > LONGEST_SESSION_HOURS,
      ),
      ...addressesWhere(json, 'aws_ssoadmin_permission_set_inline_policy', ({ inline_policy }) =>
        /"Action":\s*(?:"\*"|\[[^\]]*"\*")/.test(String(inline_policy)),
      ),
      ...(resourcesOf(json, 'aws_ssoadmin_permission_set').length >
      resourcesOf(json, 'aws_ssoadmin_permissions_boundary_attachment').length
        ? ['aws_ssoadmin_permissions_boundary_attachment']
        : []),
    ],
    breakIt: (json) => [
      add(json, 'aws_ssoadmin_permission_set', { session_duration: 'PT99H' }),
      'aws_ssoadmin_permissions_boundary_attachment',
      add(json, 'aws_ssoadmin_permission_set_inline_policy', {
        inline_policy: '{"Statement":[{"Effect":"Allow","Action":["s3:GetObject","*"],"Resource":"*"}]}',
      }),
    ],
  },
]);
