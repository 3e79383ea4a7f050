import { StackGraph } from '../../../cli/deploy-model/graph';
import { MWAA_PREREQUISITES, mwaaLowerBound } from '../../../cli/deploy-model/mwaa-lower-bound';
import { mwaaStack } from './mwaa-stack';

const resources = (...types: readonly string[]) => ({
  resource: Object.fromEntries(types.map((type) => [type, { main: {} }])),
});
const bound = (json: ReturnType<typeof mwaaStack>) => mwaaLowerBound(new StackGraph('sandbox', json));
const chain = (...types: readonly string[]) => bound(resources(...types))?.steps.map(({ what }) => what);

describe('the lower bound of a stage with MWAA', () => {
  it('is the way from the VPC over the NAT gateway to the environment', () => {
    const { steps, seconds } = bound(mwaaStack()) ?? { steps: [], seconds: 0 };
    expect(steps.map(({ what }) => what)).toEqual([
      'vpc',
      'subnets',
      'NAT gateway',
      'private routes',
      'MWAA environment',
    ]);
    expect(seconds).toBe(steps.reduce((sum, step) => sum + step.seconds, 0));
    expect(seconds / 60).toBeCloseTo(30.3, 1);
  });

  it('does not depend on how the stack is wired', () => {
    const wired = bound(mwaaStack({ depends_on: ['aws_emr_cluster.main'] }));
    expect(wired).toEqual(bound(mwaaStack()));
  });

  it('goes over endpoints where no NAT gateway leads out, and only there', () => {
    const endpoint = { aws_vpc_endpoint: { s: { vpc_endpoint_type: 'Interface' } } };
    const stack = resources('aws_vpc', 'aws_subnet', 'aws_mwaa_environment').resource;
    const steps = (resource: object) =>
      bound({ resource: { ...stack, ...resource } })?.steps.map(({ what }) => what);
    expect(steps(endpoint)).toContain('endpoints');
    expect(steps({ ...endpoint, aws_nat_gateway: { a: {} } })).not.toContain('endpoints');
  });

  it('leaves out what the stack has from elsewhere', () => {
    expect(chain('aws_mwaa_environment')).toEqual(['MWAA environment']);
    expect(chain('aws_mwaa_environment', 'aws_kms_key', 'aws_s3_object')).toEqual([
      'key',
      'objects',
      'MWAA environment',
    ]);
  });

  it('is not there for a stage without MWAA', () => {
    expect(chain('aws_vpc')).toBeUndefined();
  });

  it.each(Object.entries(MWAA_PREREQUISITES))('knows who asks for: %s', (_, { source, after }) => {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    for (const name of after) expect(Object.keys(MWAA_PREREQUISITES)).toContain(name);
  });
});
