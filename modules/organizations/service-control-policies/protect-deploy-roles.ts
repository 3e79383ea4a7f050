import { deployRoleArns, type ServiceControlPolicy, unlessDeploying } from './service-control-policy';

/**
 * Whoever can change a role that deploys has what the role has, which is everything; whoever deletes it locks the
 * landing zone out of the account. Creating is denied too: a role of the right name would be left alone by the other
 * policies. Roles that deploy can change each other, since stacks make and update them. The caps of pipelines' roles are
 * guarded like the roles: what these may not do, their caps alone say.
 *
 * Source: "Prevent IAM users and roles from making certain changes, with an exception for a specified admin role"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html).
 */
export const protectDeployRoles: ServiceControlPolicy = {
  name: 'protect-deploy-roles',
  description: 'Roles that deploy are changed by deployments alone',
  statements: (props) => [
    {
      Sid: 'ProtectDeployRoles',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRole',
        'iam:DeleteRolePermissionsBoundary',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      Resource: deployRoleArns(props),
      Condition: unlessDeploying(props),
    },
    {
      Sid: 'ProtectCaps',
      Effect: 'Deny',
      Action: [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:SetDefaultPolicyVersion',
        'iam:TagPolicy',
        'iam:UntagPolicy',
      ],
      Resource: 'arn:aws:iam::*:policy/landing-zone-*',
      Condition: unlessDeploying(props),
    },
  ],
};
