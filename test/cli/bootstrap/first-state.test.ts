import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FirstState } from '../../../cli/bootstrap/first-state';
import { ciConfig } from '../../support/ci';
import { synthLandingZone } from '../../support/landing-zone';

const root = mkdtempSync(join(tmpdir(), 'lz-first-state-'));
const stackFile = join(root, 'stack.json');
const folder = join(root, 'bootstrap');
const stack = synthLandingZone(ciConfig())['state'] ?? '';
writeFileSync(stackFile, stack);

afterAll(() => rmSync(root, { recursive: true }));

const written = (file: string) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
const adopted = () =>
  (written('adopt.tf.json')['import'] as { to: string; id: string }[]).map(({ id }) => id);
const nameOf = (type: string) =>
  Object.keys((JSON.parse(stack) as { resource: Record<string, object> }).resource[type] ?? {})[0] ?? '';

describe('the first state of the state bucket', () => {
  const first = new FirstState(folder, stackFile);

  it('leaves the stack as it was synthesised', () => {
    expect(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')).toBe(stack);
  });

  it('is on this machine until it goes into the bucket', () => {
    first.useLocalState();
    expect(written('backend_override.tf.json')).toEqual({
      terraform: { backend: { local: { path: 'terraform.tfstate' } } },
    });
    first.useBucket();
    expect(existsSync(join(folder, 'backend_override.tf.json'))).toBe(false);
  });

  it('asks for the alias with the provider of the stack', () => {
    first.writeProbe();
    expect(written('probe/probe.tf.json')).toMatchObject({
      provider: { aws: [{ alias: 'management', allowed_account_ids: ['123456789012'] }] },
      data: { aws_kms_alias: { existing: { name: 'alias/landing-zone-state', provider: 'aws.management' } } },
    });
  });

  it.each([
    [false, false, []],
    [true, false, ['acme-state']],
    [true, true, ['acme-state', '${data.aws_kms_alias.existing.target_key_id}', 'alias/landing-zone-state']],
  ])('adopts what is there: bucket %s, alias %s', (hasBucket, hasAlias, ids) => {
    first.adopt({ hasBucket, hasAlias });
    expect(adopted()).toEqual(ids);
  });

  it('adopts nothing that it knows already', () => {
    const known = ['aws_s3_bucket', 'aws_kms_key'].map((type) => ({
      mode: 'managed',
      type,
      name: nameOf(type),
    }));
    writeFileSync(join(folder, 'terraform.tfstate'), JSON.stringify({ resources: known }));
    first.adopt({ hasBucket: true, hasAlias: true });
    expect(adopted()).toEqual(['alias/landing-zone-state']);
  });

  it('forgets a state that a kill left half written', () => {
    writeFileSync(join(folder, 'terraform.tfstate'), '{ "resources": [');
    const again = new FirstState(folder, stackFile);
    again.adopt({ hasBucket: true, hasAlias: false });
    expect(adopted()).toEqual(['acme-state']);
  });
});
