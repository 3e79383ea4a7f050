import { type Resources, policy } from '../resources';
import type { Management } from './management';

/** Roles that a pipeline at GitHub gets into, within a boundary. */
export function pipelineRoles({ isChanged }: Management): Resources {
  return {
    aws_iam_openid_connect_provider: {
      github: {
        url: 'https://token.actions.githubusercontent.com',
        client_id_list: ['sts.amazonaws.com', ...(isChanged ? ['other'] : [])],
        tags: { Name: isChanged ? 'github-actions' : 'github' },
      },
      pinned: {
        url: 'https://oidc.example.org/tenant',
        client_id_list: ['sts.amazonaws.com'],
        thumbprint_list: [isChanged ? 'b'.repeat(40) : 'a'.repeat(40)],
      },
    },
    aws_iam_policy: {
      boundary: {
        name: 'lz-boundary',
        path: '/lz/',
        description: 'What a pipeline may do at most',
        policy: policy({
          Effect: 'Allow',
          Action: isChanged ? ['s3:*', 'ec2:*'] : 's3:*',
          Resource: '*',
        }),
        tags: { Name: 'boundary' },
      },
    },
    aws_iam_role: {
      plan: {
        name: 'lz-plan',
        path: '/lz/',
        description: isChanged ? 'Plans everything' : 'Plans',
        max_session_duration: isChanged ? 7200 : 3600,
        permissions_boundary: '${aws_iam_policy.boundary.arn}',
        assume_role_policy: policy({
          Effect: 'Allow',
          Principal: { Federated: '${aws_iam_openid_connect_provider.github.arn}' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:example/landing-zone:ref:refs/heads/main',
            },
          },
        }),
        tags: { Name: 'plan' },
      },
    },
    aws_iam_role_policy_attachment: {
      plan: { role: '${aws_iam_role.plan.name}', policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      boundary: { role: '${aws_iam_role.plan.name}', policy_arn: '${aws_iam_policy.boundary.arn}' },
    },
    aws_iam_role_policy: {
      state: {
        name: 'state',
        role: '${aws_iam_role.plan.id}',
        policy: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::state/*' }),
      },
    },
  };
}
