import { quote } from '../quote';
import { TEMPLATE_BEGINS } from '../schema/fields';
import type { Path } from '../source/location';
import type { Rule } from './rule';

const TEMPLATE = new RegExp(TEMPLATE_BEGINS);

/**
 * No value and no name of an environment file is code for Terraform: a pull request that touches data must not be able
 * to run any. Fields whose own pattern says so are refused before and are absent here.
 *
 * Source: "Strings and Templates" (https://developer.hashicorp.com/terraform/language/expressions/strings).
 */
export const noTemplates: Rule = ({ organization, stages }) =>
  [...(organization ? [organization] : []), ...stages].flatMap((subject) =>
    placesOf(subject.config, []).map(({ path, text }) =>
      subject.problem(
        `expected text without \${ and %{, which begin code for Terraform, found ${quote(text)}; write it otherwise`,
        path,
      ),
    ),
  );

function placesOf(value: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return TEMPLATE.test(value) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(TEMPLATE.test(key) ? [{ path: [...path, key], text: key }] : []),
    ...placesOf(item, [...path, key]),
  ]);
}
