import { ServiceError } from './aws-error';
import type { JsonInput } from './json-service';

/**
 * What a service model says about a field, as far as services check it before they look at their state.
 *
 * Source: the constraint traits of Smithy, in which AWS writes its models
 * (https://smithy.io/2.0/spec/constraint-traits.html).
 */
export interface Shape {
  readonly isRequired?: true;
  /** Of a text. */
  readonly pattern?: RegExp;
  /** Of a text: the values it may have. */
  readonly values?: readonly string[];
  /** Length of a text, a list or a map, else the number itself. */
  readonly min?: number;
  readonly max?: number;
  /** Of a structure. */
  readonly fields?: Shapes;
  /** Of a list. */
  readonly items?: Shape;
  /** Of a map, whose keys are texts of the caller's choice. */
  readonly entries?: { readonly key: Shape; readonly value: Shape };
}

export type Shapes = Readonly<Record<string, Shape>>;

export interface CheckInputOptions {
  /**
   * Error code with which the service refuses bad input.
   *
   * @default ValidationException
   */
  readonly code?: string;
}

/** Refuses input that does not fit, with every field that does not, in the words AWS has for all services. */
export function checkInput(input: JsonInput, fields: Shapes, options: CheckInputOptions = {}): void {
  const problems = problemsOf(input, fields, '');
  if (problems.length === 0) return;
  const count = `${problems.length} validation error${problems.length === 1 ? '' : 's'} detected: `;
  const code = options.code ?? 'ValidationException';
  throw new ServiceError({ code, message: count + problems.join('; ') });
}

function problemsOf(input: JsonInput, fields: Shapes, parent: string): string[] {
  return Object.entries(fields).flatMap(([name, shape]) => {
    const place = `${parent}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    return problemsOfValue(input[name] ?? undefined, shape, place);
  });
}

function problemsOfValue(value: unknown, shape: Shape, place: string): string[] {
  if (value === undefined) return shape.isRequired ? [problem('null', place, 'not be null')] : [];
  if (Array.isArray(value)) {
    const items = shape.items;
    const inside =
      items === undefined
        ? []
        : value.flatMap((item, index) => problemsOfValue(item, items, `${place}.${index + 1}.member`));
    return [...lengthProblems(value.length, String(value), shape, place), ...inside];
  }
  if (typeof value === 'object') {
    if (shape.entries !== undefined) return mapProblems(value as JsonInput, shape, place);
    return shape.fields === undefined || value === null
      ? []
      : problemsOf(value as JsonInput, shape.fields, `${place}.`);
  }
  if (typeof value === 'number') return numberProblems(value, shape, place);
  return typeof value === 'string' ? textProblems(value, shape, place) : [];
}

function mapProblems(map: JsonInput, shape: Shape, place: string): string[] {
  const { key, value } = shape.entries ?? { key: {}, value: {} };
  return [
    ...lengthProblems(Object.keys(map).length, JSON.stringify(map), shape, place),
    ...Object.keys(map).flatMap((name) => textProblems(name, key, `${place}.key`)),
    ...Object.entries(map).flatMap(([name, item]) => problemsOfValue(item, value, `${place}.${name}.member`)),
  ];
}

function numberProblems(value: number, { min, max }: Shape, place: string): string[] {
  const wanted = (than: string, limit: number) =>
    problem(String(value), place, `have value ${than} than or equal to ${limit}`);
  return [
    ...(min !== undefined && value < min ? [wanted('greater', min)] : []),
    ...(max !== undefined && value > max ? [wanted('less', max)] : []),
  ];
}

function textProblems(value: string, shape: Shape, place: string): string[] {
  const { values, pattern } = shape;
  return [
    ...lengthProblems(value.length, value, shape, place),
    ...(values !== undefined && !values.includes(value)
      ? [problem(value, place, `satisfy enum value set: [${values.join(', ')}]`)]
      : []),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern.source})$`, pattern.flags).test(value)
      ? [problem(value, place, `satisfy regular expression pattern: ${pattern.source}`)]
      : []),
  ];
}

function lengthProblems(length: number, value: string, { min, max }: Shape, place: string): string[] {
  const wanted = (than: string, limit: number) =>
    problem(value, place, `have length ${than} than or equal to ${limit}`);
  return [
    ...(min !== undefined && length < min ? [wanted('greater', min)] : []),
    ...(max !== undefined && length > max ? [wanted('less', max)] : []),
  ];
}

function problem(value: string, place: string, wanted: string): string {
  const shown = value === 'null' ? value : `'${value}'`;
  return `Value ${shown} at '${place}' failed to satisfy constraint: Member must ${wanted}`;
}
