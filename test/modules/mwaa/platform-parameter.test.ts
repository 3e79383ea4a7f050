import { PlatformParameter, platformStatements } from '../../../modules/mwaa/platform-parameter';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

const parameterOf = (platform: object) =>
  onlyResource(
    synthModule((stack, provider) => {
      new PlatformParameter(stack, 'platform', {
        provider,
        name: '/landing-zone/sandbox/platform',
        platform,
      });
    }),
    'aws_ssm_parameter',
  );

describe('PlatformParameter', () => {
  it('holds the platform as plain JSON', () => {
    expect(parameterOf({ buckets: { raw: 'sandbox-raw' } })).toMatchObject({
      name: '/landing-zone/sandbox/platform',
      type: 'String',
      insecure_value: '{"buckets":{"raw":"sandbox-raw"}}',
    });
  });

  it.each([
    [4096, 'Standard'],
    [4097, 'Advanced'],
  ])('with %s characters is of the %s tier', (length, tier) => {
    expect(parameterOf({ a: 'x'.repeat(length - '{"a":""}'.length) })['tier']).toBe(tier);
  });
});

describe('platformStatements', () => {
  it('reads the one parameter', () => {
    const place = { accountId: '111122223333', region: 'eu-west-1' };
    expect(platformStatements(place, '/landing-zone/sandbox/platform')).toEqual([
      {
        Sid: 'ReadThePlatform',
        Effect: 'Allow',
        Action: 'ssm:GetParameter',
        Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/landing-zone/sandbox/platform',
      },
    ]);
  });
});
