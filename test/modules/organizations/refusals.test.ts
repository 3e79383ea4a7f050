import { AccountRelease } from '../../../modules/organizations/account-release';
import { PlanRefusal } from '../../../modules/organizations/plan-refusal';
import { RecordedAccounts } from '../../../modules/organizations/recorded-accounts';
import { synthModule } from '../../support/synth';
import type { TerraformJson } from '../../support/terraform-json';

interface Refusing {
  readonly path?: string;
  readonly recursive?: boolean;
  readonly lifecycle: { readonly postcondition: [{ condition: string; error_message: string }] };
}

function refusing(json: TerraformJson, type: string): Refusing {
  const [data] = Object.values(json.data?.[type] ?? {}) as unknown as Refusing[];
  if (!data) throw new Error(`there is no ${type}`);
  return data;
}

describe('RecordedAccounts', () => {
  const json = synthModule((stack, provider) => {
    new RecordedAccounts(stack, 'records', {
      provider,
      path: '/records',
      owners: ['stage two', 'stage outreach', 'stage one'],
      remedy: 'see the runbook',
    });
  });
  const { path, recursive, lifecycle } = refusing(json, 'aws_ssm_parameters_by_path');
  const [{ condition, error_message: message }] = lifecycle.postcondition;

  it('looks at every record', () => {
    expect({ path, recursive }).toEqual({ path: '/records', recursive: true });
  });

  it('refuses those of owners that are gone, in whatever order the others are and whatever words are in them', () => {
    expect(condition).toContain('if !contains(["stage one","stage outreach","stage two"], record.owner)');
    expect(message).toMatch(/^the account .* is still there, and its file is gone; see the runbook$/);
  });
});

describe('AccountRelease', () => {
  const json = synthModule((stack, provider) => {
    new AccountRelease(stack, 'release', { provider, path: '/records/sandbox', remedy: 'suspend it first' });
  });
  const [{ condition, error_message: message }] = refusing(json, 'aws_ssm_parameters_by_path').lifecycle
    .postcondition;

  it('refuses unless every record says that the account is suspended', () => {
    expect(condition).toMatch(/^\$\{alltrue\(\[for record in .* : record\.lifecycle == "suspended"\]\)\}$/);
    expect(message).toMatch(/ is still in use; suspend it first$/);
  });
});

describe('PlanRefusal', () => {
  it('refuses always, with its reason', () => {
    const json = synthModule((stack, provider) => {
      new PlanRefusal(stack, 'refusal', { provider, reason: 'because' });
    });
    expect(refusing(json, 'aws_caller_identity').lifecycle.postcondition).toEqual([
      { condition: '${self.account_id == ""}', error_message: 'because' },
    ]);
  });
});
