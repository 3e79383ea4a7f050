import { emailAddresses, organizationEmailAddresses, type PlacedAddress } from './email-addresses';
import { hasExampleDomain } from './example-domain';
import { DOCUMENTATION_ACCOUNT_ID } from './limits/organizations';
import { arrangeProblems, type Problem } from './problem';
import type { Reading } from './read';
import { formatPath } from './source/location';
import { type MapTree, nearestLocation, treeAt } from './source/tree';

/** True while organization.yaml names AWS's documentation account: nothing but the local cloud takes that. */
export function isShippedExample({ organization }: Reading): boolean {
  return organization?.config.managementAccountId === DOCUMENTATION_ACCOUNT_ID;
}

/**
 * The lines of the shipped example that have to be edited before it means anything on real AWS; none when
 * the configuration is not the example any more.
 */
export function placeholderProblems(reading: Reading): Problem[] {
  const { organization, stages } = reading;
  if (!organization || !isShippedExample(reading)) return [];
  const path = 'managementAccountId';
  const at = treeAt(organization.tree, [path])?.at ?? organization.tree.at;
  const text = `${DOCUMENTATION_ACCOUNT_ID} is the account of AWS's documentation; write the id of your management account`;
  const examples = (tree: MapTree, addresses: readonly PlacedAddress[]) =>
    addresses
      .filter(({ address }) => hasExampleDomain(address))
      .map(({ address, path: keys }): Problem => ({
        at: treeAt(tree, keys)?.at ?? nearestLocation(tree, keys),
        path: formatPath(keys),
        text: `${address} is an example; write the address of a mailbox your team reads`,
      }));
  return arrangeProblems([
    { at, path, text },
    ...examples(organization.tree, organizationEmailAddresses(organization.config)),
    ...stages.flatMap(({ tree, config }) => (config ? examples(tree, emailAddresses(config)) : [])),
  ]);
}
