import {
  configWithStages,
  environmentConfig,
  fixtureAttachments,
  fixtureConfig,
  organizationConfig,
} from '../support/config';
import { parsedLandingZone, synthLandingZone } from '../support/landing-zone';
import { addresses } from '../support/terraform-json';

const fixture = fixtureConfig();
const synthesised = synthLandingZone(fixture);
const parsed = parsedLandingZone(fixture);

describe('the landing zone', () => {
  it('has an organization stack, an identity stack and, for each environment file, an account stack and a stage stack', () => {
    expect(Object.keys(synthesised)).toEqual([
      'identity',
      'isolated',
      'isolated-account',
      'organization',
      'prod',
      'prod-account',
      'sandbox',
      'sandbox-account',
      'test',
      'test-account',
    ]);
  });

  // A renamed address destroys and creates: this snapshot makes it visible in review.
  it('keeps the Terraform addresses of the fixture environments', () => {
    const byStack = Object.entries(parsed).map(([stack, json]) => [stack, addresses(json)]);
    expect(Object.fromEntries(byStack)).toMatchSnapshot();
  });

  it('names no stage, region or account in any address', () => {
    const all = Object.values(parsed).flatMap(addresses);
    const telling = all.filter((address) =>
      /sandbox|test|prod(?!uction)|isolated|eu-west|euw1|\d{12}/.test(address),
    );
    expect(telling).toEqual([]);
  });

  it('changes no stack of another stage by a byte when a stage is added, and of the organization only whose files there are', () => {
    const staging = environmentConfig('staging', { network: { cidr: '10.30.0.0/16' } });
    const after = synthLandingZone({ ...fixture, stages: [...fixture.stages, staging] });
    const { staging: stage, 'staging-account': account, ...others } = after;
    expect([stage, account]).not.toContain(undefined);
    const known = (stacks: string) =>
      stacks.replaceAll(/\["stage [^\]]*\]/g, '[]').replaceAll(/\[\\"stage [^\]]*\]/g, '[]');
    const organization = known(others['organization'] ?? '');
    expect({ ...others, organization }).toEqual({
      ...synthesised,
      organization: known(synthesised['organization'] ?? ''),
    });
  });

  it('has no dependency and no reference between stacks', () => {
    for (const text of Object.values(synthesised)) {
      expect(text).not.toMatch(/terraform_remote_state|cross-stack-output/);
    }
  });

  it('synthesises what goes to AWS: no endpoint override, no local address, no absolute path', () => {
    for (const text of Object.values(synthesised)) {
      expect(text).not.toMatch(
        /endpoints|localhost|127\.0\.0\.1|"\/(?:home|root|tmp|work|Users|usr|opt|var)\//,
      );
    }
  });

  it('gives every stack a state of its own', () => {
    const paths = Object.entries(parsed).map(([stack, json]) => [
      stack,
      json.terraform?.backend?.['local']?.['path'],
    ]);
    for (const [stack, path] of paths) expect(path).toBe('../../../.state/' + String(stack) + '.tfstate');
  });

  it('synthesises a hundred stages, and each as if it were alone', () => {
    const hundred = synthLandingZone(configWithStages(100));
    expect(Object.keys(hundred)).toHaveLength(202);
    // So a plan of one of them reads nothing of the others.
    const alone = synthLandingZone(configWithStages(1));
    for (const stack of ['s1', 's1-account', 'identity']) expect(hundred[stack]).toBe(alone[stack]);
  });

  // Generous, because other processes take their share: five times the stages may take ten times as long.
  it('takes time in proportion to the stages', () => {
    const timed = (count: number) => {
      const config = configWithStages(count);
      const start = performance.now();
      synthLandingZone(config);
      return performance.now() - start;
    };
    timed(1); // whatever happens only once
    const ten = timed(10);
    expect(timed(50)).toBeLessThan(10 * ten);
  });

  it('gives all stages of the same size the same addresses', () => {
    const byStack = parsedLandingZone(configWithStages(2));
    expect(addresses(byStack['s1'] ?? {})).toEqual(addresses(byStack['s2'] ?? {}));
  });

  it('keeps the state of all stacks in one bucket, locked natively, when the backend is s3', () => {
    const organization = organizationConfig({
      state: { backend: 's3', bucket: 'our-state', kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k' },
    });
    const byStack = parsedLandingZone({
      organization,
      stages: [environmentConfig('sandbox')],
      attachments: fixtureAttachments(),
    });
    expect(byStack['sandbox']?.terraform?.backend).toEqual({
      s3: {
        bucket: 'our-state',
        key: 'sandbox',
        region: 'eu-west-1',
        encrypt: true,
        kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/k',
        allowed_account_ids: ['123456789012'],
        use_lockfile: true,
      },
    });
  });
});
