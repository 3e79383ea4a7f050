import { PermissionSet } from '../../../modules/identity-center/permission-set';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new PermissionSet(stack, 'set', {
    provider,
    instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000',
    definition: {
      name: 'Auditor',
      description: 'Looks',
      session: 'PT2H',
      managedPolicies: [
        { name: 'SecurityAudit', reason: 'it looks' },
        { name: 'job-function/ViewOnlyAccess', reason: 'it lists' },
      ],
      inlinePolicy: '{"Resource":"arn:aws:s3:::${aws:PrincipalAccount}/%{x}"}',
    },
  });
});

describe('PermissionSet', () => {
  it('has a name, a description and a session', () => {
    expect(onlyResource(json, 'aws_ssoadmin_permission_set')).toMatchObject({
      name: 'Auditor',
      description: 'Looks',
      session_duration: 'PT2H',
    });
  });

  it('leaves variables to IAM', () => {
    expect(onlyResource(json, 'aws_ssoadmin_permission_set_inline_policy')['inline_policy']).toBe(
      '{"Resource":"arn:aws:s3:::$${aws:PrincipalAccount}/%%{x}"}',
    );
  });

  it('changes one thing after the other', () => {
    const attachments = resourcesOf(json, 'aws_ssoadmin_managed_policy_attachment');
    expect(attachments.map(({ managed_policy_arn: arn }) => arn)).toEqual([
      'arn:aws:iam::aws:policy/SecurityAudit',
      'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    ]);
    expect(attachments.map(({ depends_on: before }) => String(before))).toEqual([
      expect.stringContaining('inline_policy') as unknown,
      expect.stringContaining('managed_policy_attachment') as unknown,
    ]);
  });
});
