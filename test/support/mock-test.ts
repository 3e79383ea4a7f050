import type { Attributes, TerraformJson } from './terraform-json';

/** Attributes that a mocked resource or data source answers with, by type. */
export type MockDefaults = Readonly<Record<string, Attributes>>;

/**
 * A test file for `terraform test` in which every provider of a stack is mocked: plan and apply run with the
 * real schema and validation of the provider, and without any API.
 *
 * @param defaults for what the provider itself checks the form of, such as ARNs; everything else is made up
 * @param dataDefaults for data sources that postconditions look at
 */
export function mockTest(stack: TerraformJson, defaults: MockDefaults, dataDefaults: MockDefaults): string {
  const blocks = (byType: MockDefaults, used: Record<string, unknown> | undefined) =>
    Object.fromEntries(
      Object.entries(byType)
        .filter(([type]) => used?.[type] !== undefined)
        .map(([type, attributes]) => [type, { defaults: attributes }]),
    );
  const mocks = {
    mock_resource: blocks(defaults, stack.resource),
    mock_data: blocks(dataDefaults, stack.data),
  };
  // Terraform takes an empty object for a block without its label.
  const filled = Object.fromEntries(
    Object.entries(mocks).filter(([, block]) => Object.keys(block).length > 0),
  );
  const text = JSON.stringify(stack);
  // Each is a process of its own, and Terraform itself starts only those that something is made with.
  const used = (stack.provider?.['aws'] ?? []).filter(({ alias }) => text.includes(`"aws.${String(alias)}"`));
  const provider = (alias: unknown) => ({ alias, ...filled });
  return JSON.stringify(
    {
      mock_provider: { aws: used.map(({ alias }) => provider(alias)) },
      run: { plan: { command: 'plan' }, apply: { command: 'apply' } },
    },
    null,
    2,
  );
}

/** The same stack without protection from destruction: `terraform test` destroys what it has applied. */
export function unprotected(text: string): string {
  return text.replaceAll('"prevent_destroy": true', '"prevent_destroy": false');
}
