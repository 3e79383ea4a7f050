import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { TerraformStack, Testing } from 'cdktf';
import { ExplicitProvider } from '../../../stacks/aspects/explicit-provider';
import { objections } from '../../support/synth';

function stackWith(build: (stack: TerraformStack, provider: AwsProvider) => void): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'stack');
  build(stack, new AwsProvider(stack, 'provider', { alias: 'stage' }));
  return stack;
}

describe('ExplicitProvider', () => {
  it('accepts resources and data sources that name their provider', () => {
    const stack = stackWith((scope, provider) => {
      new Eip(scope, 'eip', { provider });
      new DataAwsCallerIdentity(scope, 'identity', { provider });
    });
    expect(objections(stack, new ExplicitProvider())).toEqual([]);
  });

  it('fails on a resource that would use the credentials of the machine', () => {
    const stack = stackWith((scope) => new Eip(scope, 'eip', {}));
    expect(objections(stack, new ExplicitProvider())).toEqual([
      expect.stringContaining('aws_eip names no provider'),
    ]);
  });

  it('fails on a data source that would use the credentials of the machine', () => {
    const stack = stackWith((scope) => new DataAwsCallerIdentity(scope, 'identity', {}));
    expect(objections(stack, new ExplicitProvider())).toEqual([
      expect.stringContaining('aws_caller_identity names no provider'),
    ]);
  });
});
