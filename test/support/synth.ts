import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Aspects, type IAspect, TerraformStack, Testing } from 'cdktf';
import type { TerraformJson } from './terraform-json';

/** Synthesises a stack with one provider, with all validations, after `build` has filled it. */
export function synthModule(build: (stack: TerraformStack, provider: AwsProvider) => void): TerraformJson {
  const stack = new TerraformStack(Testing.app(), 'stack');
  build(stack, new AwsProvider(stack, 'provider', { alias: 'stage', region: 'eu-west-1' }));
  return synthStack(stack);
}

/** Synthesises a stack with all validations. */
export function synthStack(stack: TerraformStack): TerraformJson {
  return JSON.parse(Testing.synth(stack, true)) as TerraformJson;
}

/**
 * Runs one aspect over a stack and returns what it objects to: Testing.synth does not fail on annotations,
 * the cdktf CLI does.
 */
export function objections(stack: TerraformStack, aspect: IAspect): string[] {
  Aspects.of(stack).add(aspect);
  Testing.synth(stack);
  return stack.node
    .findAll()
    .flatMap((node) => node.node.metadata)
    .filter((entry) => entry.type === '@cdktf/error')
    .map((entry) => String(entry.data));
}
