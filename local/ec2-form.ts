import { ServiceError } from './aws-error';

/** The items of a list of structures: `IpPermissions.1`, `IpPermissions.2` and so on, as long as anything begins so. */
export function prefixesOf(form: URLSearchParams, name: string): string[] {
  const keys = [...form.keys()];
  const found: string[] = [];
  for (let index = 1; keys.some((key) => key.startsWith(`${name}.${index}.`)); index += 1)
    found.push(`${name}.${index}`);
  return found;
}

/** The texts of a list: those of `SecurityGroupId.1`, `SecurityGroupId.2` and so on. */
export function textsOf(form: URLSearchParams, name: string): string[] {
  const texts: string[] = [];
  for (let index = 1; ; index += 1) {
    const text = form.get(`${name}.${index}`);
    if (text === null) return texts;
    texts.push(text);
  }
}

/** A parameter that must be there. */
export function requiredOf(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  const message = `The request must contain the parameter ${name}`;
  throw new ServiceError({ code: 'MissingParameter', message });
}

export function booleanOf(form: URLSearchParams, name: string): boolean | undefined {
  const value = form.get(name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalidEc2Value(`Value (${value}) for parameter ${name} is invalid. Expecting a boolean.`);
}

/** A parameter that must be one of a few texts, if it is there at all. */
export function oneOf(
  form: URLSearchParams,
  name: string,
  allowed: readonly (string | number)[],
): string | undefined {
  const value = form.get(name) ?? undefined;
  if (value === undefined || allowed.map(String).includes(value)) return value;
  throw invalidEc2Value(
    `Value (${value}) for parameter ${name} is invalid. Valid values: ${allowed.join(', ')}`,
  );
}

export function invalidEc2Value(message: string): ServiceError {
  return new ServiceError({ code: 'InvalidParameterValue', message });
}
