import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { UniqueProviderAliases } from '../../../stacks/aspects/unique-provider-aliases';
import { objections } from '../../support/synth';

function stackWithAliases(...aliases: (string | undefined)[]): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'stack');
  aliases.forEach((alias, index) => new AwsProvider(stack, `provider-${index}`, { alias }));
  return stack;
}

describe('UniqueProviderAliases', () => {
  it('accepts providers with different aliases', () => {
    expect(objections(stackWithAliases('management', 'stage'), new UniqueProviderAliases())).toEqual([]);
  });

  it('fails on two providers with the same alias', () => {
    expect(objections(stackWithAliases('stage', 'stage'), new UniqueProviderAliases())).toEqual([
      expect.stringContaining('two providers are called aws.stage'),
    ]);
  });

  it('fails on a provider without an alias', () => {
    expect(objections(stackWithAliases(undefined), new UniqueProviderAliases())).toEqual([
      expect.stringContaining('provider aws has no alias'),
    ]);
  });
});
