import { EmrInstanceProfile } from '../../../modules/emr/emr-instance-profile';
import { synthModule } from '../../support/synth';
import { onlyResource, type RenderedStatement, statements } from '../../support/terraform-json';
import { ACCOUNT_ID, ARTIFACTS, DATA_KEY, REGION } from './emr-fixture';

const STEP_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/sandbox-emr-step-orders`;

function profile(hasShellAccess = false) {
  return synthModule((stack, provider) => {
    new EmrInstanceProfile(stack, 'profile', { provider, name: 'sandbox' }).permit({
      accountId: ACCOUNT_ID,
      region: REGION,
      artifacts: ARTIFACTS,
      dataKeyArn: DATA_KEY,
      assumeStatements: [
        { Sid: 'AssumeStepRoles', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: [STEP_ROLE] },
      ],
      hasShellAccess,
    });
  });
}

function policy(hasShellAccess?: boolean): RenderedStatement[] {
  return statements(onlyResource(profile(hasShellAccess), 'aws_iam_role_policy')['policy']);
}

function resourcesFor(action: string): (string | undefined)[] {
  return policy()
    .filter(({ Action }) => [Action].flat().includes(action))
    .flatMap(({ Resource }) => Resource);
}

describe('EmrInstanceProfile', () => {
  it('has the name of its role, without which EMR refuses it', () => {
    const json = profile();
    expect(onlyResource(json, 'aws_iam_instance_profile')['name']).toBe('sandbox-emr-node');
    expect(onlyResource(json, 'aws_iam_role')['name']).toBe('sandbox-emr-node');
  });

  it('writes logs and nothing else', () => {
    expect(resourcesFor('s3:PutObject')).toEqual(['arn:aws:s3:::artifacts/emr-logs/*']);
    expect(resourcesFor('s3:DeleteObject')).toEqual([]);
  });

  it('reads what nodes start with, and no data', () => {
    expect(resourcesFor('s3:GetObject')).toEqual([
      'arn:aws:s3:::artifacts/bootstrap/*',
      'arn:aws:s3:::artifacts/emr-tls/*',
      'arn:aws:s3:::eu-west-1.elasticmapreduce/*',
    ]);
  });

  it('assumes the step roles it was given and no other role', () => {
    expect(resourcesFor('sts:AssumeRole')).toEqual([STEP_ROLE]);
  });

  it('opens shell sessions only when told to', () => {
    const sessions = (statements: RenderedStatement[]) =>
      statements.filter(({ Sid }) => Sid === 'OpenShellSessions').length;
    expect(sessions(policy(false))).toBe(0);
    expect(sessions(policy(true))).toBe(1);
  });
});
