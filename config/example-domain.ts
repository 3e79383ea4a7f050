import { EXAMPLE_DOMAINS, EXAMPLE_TOP_LEVEL_DOMAINS } from './limits/organizations';

/** True for addresses at domains that are reserved for examples and tests, and below them. */
export function hasExampleDomain(email: string): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return (
    EXAMPLE_DOMAINS.some((example) => domain === example || domain.endsWith(`.${example}`)) ||
    EXAMPLE_TOP_LEVEL_DOMAINS.some((example) => domain.endsWith(`.${example}`))
  );
}
