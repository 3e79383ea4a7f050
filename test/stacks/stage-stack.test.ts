import { Testing } from 'cdktf';
import { StageStack } from '../../stacks/stage-stack';
import { environmentConfig, fixtureAttachments, organizationConfig } from '../support/config';
import { synthStack } from '../support/synth';
import { onlyResource, resourcesOf, statements } from '../support/terraform-json';

const account = {
  name: 'data-sandbox',
  email: 'aws+data-sandbox@example.com',
  unit: 'workloads/non-production',
};

function synthStage(overrides: Record<string, unknown> = {}) {
  const environment = environmentConfig('sandbox', overrides);
  return synthStack(
    new StageStack(Testing.app(), {
      organization: organizationConfig({ tags: { Project: 'p', Team: 'a' } }),
      environment,
      attachments: fixtureAttachments(),
    }),
  );
}

describe('StageStack', () => {
  it('works in the account with the e-mail address of the file, and in no other', () => {
    const [management, stage] = synthStage().provider?.['aws'] ?? [];
    expect(management).toMatchObject({ alias: 'management', allowed_account_ids: ['123456789012'] });
    expect(stage).toMatchObject({
      alias: 'stage',
      allowed_account_ids: [expect.stringMatching(/^\$\{local\./)],
      assume_role: [
        {
          role_arn: expect.stringMatching(
            /^arn:aws:iam::\$\{local\.[^}]+\}:role\/OrganizationAccountAccessRole$/,
          ) as unknown,
        },
      ],
    });
  });

  it('reads nothing in the management account when the file gives the id', () => {
    const json = synthStage({ account: { ...account, id: '111122223333' } });
    expect(Object.keys(json.data ?? {})).toEqual(['aws_ssm_parameters_by_path']);
    expect(JSON.stringify(json.data)).not.toContain('aws.management');
    expect(json.provider?.['aws']).toEqual([
      expect.objectContaining({ alias: 'stage', allowed_account_ids: ['111122223333'] }),
    ]);
  });

  it('assumes the role that the file names', () => {
    const json = synthStage({ account: { ...account, id: '111122223333', deployRole: 'Deploy' } });
    expect(json.provider?.['aws']?.[0]?.['assume_role']).toEqual([
      { role_arn: 'arn:aws:iam::111122223333:role/Deploy', session_name: 'landing-zone' },
    ]);
  });

  it('tags everything with the stage, and lets the stage override tags of the organization', () => {
    const [, stage] = synthStage({ tags: { Team: 'b' } }).provider?.['aws'] ?? [];
    expect(stage?.['default_tags']).toEqual([
      { tags: { ManagedBy: 'landing-zone', Stage: 'sandbox', Project: 'p', Team: 'b' } },
    ]);
  });

  it('deletes keys as late as AWS allows, and as early in a disposable stage', () => {
    const days = (json: ReturnType<typeof synthStage>) =>
      Object.values(json.resource?.['aws_kms_key'] ?? {}).map((key) => key['deletion_window_in_days']);
    expect(new Set(days(synthStage()))).toEqual(new Set([30]));
    expect(new Set(days(synthStage({ disposable: true })))).toEqual(new Set([7]));
  });

  it('raises alarms from where its file says, and tells whom it says', () => {
    const json = synthStage({
      athena: { workGroups: { bi: { maxScannedBytes: 100_000_000 } } },
      monitoring: { subscribers: ['oncall@acme.io'], athena: { scannedPercent: 50 } },
    });
    expect(onlyResource(json, 'aws_sns_topic_subscription')).toMatchObject({
      protocol: 'email',
      endpoint: 'oncall@acme.io',
    });
    expect(resourcesOf(json, 'aws_cloudwatch_metric_alarm')).toContainEqual(
      expect.objectContaining({
        alarm_name: 'sandbox-athena-bi-scan-limit',
        dimensions: { WorkGroup: 'bi' },
        threshold: 50_000_000,
      }),
    );
  });

  it('lets alarms use the key of the topic', () => {
    const json = synthStage();
    const key = /aws_kms_key\.([\w-]+)\.arn/.exec(
      String(onlyResource(json, 'aws_sns_topic')['kms_master_key_id']),
    )?.[1];
    const admitted = statements(json.resource?.['aws_kms_key']?.[key ?? '']?.['policy']);
    expect(admitted.map(({ Principal }) => Principal?.['Service'])).toContain('cloudwatch.amazonaws.com');
  });
});
