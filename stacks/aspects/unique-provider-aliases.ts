import { Annotations, type IAspect, TerraformProvider, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Providers of a stack have an alias, and no two of a type the same one. cdktf checks neither; with two
 * equal aliases the last one silently wins.
 */
export class UniqueProviderAliases implements IAspect {
  visit(node: IConstruct): void {
    if (!(node instanceof TerraformStack)) return;
    const seen = new Set<string>();
    for (const provider of node.node.findAll().filter((child) => child instanceof TerraformProvider)) {
      if (provider.alias === undefined) {
        Annotations.of(provider).addError(
          `provider ${provider.terraformResourceType} has no alias; a default provider catches every resource that names none`,
        );
        continue;
      }
      const name = `${provider.terraformResourceType}.${provider.alias}`;
      if (seen.has(name)) {
        Annotations.of(provider).addError(`two providers are called ${name}; give each its own alias`);
      }
      seen.add(name);
    }
  }
}
