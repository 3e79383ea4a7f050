import { COLUMN_TYPE_LIMITS, SIMPLE_COLUMN_TYPES } from '../limits/glue';

/**
 * Reads a column type in Hive's spelling, such as `array<struct<id:bigint,name:string>>`.
 *
 * @returns the names of all types in it, outermost first
 * @throws Error with the reason, to stand in brackets behind the type
 */
export function columnTypes(text: string): string[] {
  const reader = new TypeReader(text);
  const types = reader.type();
  reader.end();
  return types;
}

/** Reads one type from left to right. */
class TypeReader {
  private rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  type(): string[] {
    const name = this.word('a type');
    if (name === 'decimal') return this.decimal();
    if (name === 'char') return this.sized(name, COLUMN_TYPE_LIMITS.charLength);
    if (name === 'varchar') return this.sized(name, COLUMN_TYPE_LIMITS.varcharLength);
    if (name === 'array') return [name, ...this.inBrackets(() => this.type())];
    if (name === 'map') return [name, ...this.inBrackets(() => this.entry())];
    if (name === 'struct') return [name, ...this.inBrackets(() => this.fields())];
    if ((SIMPLE_COLUMN_TYPES as readonly string[]).includes(name)) return [name];
    throw new Error(`${name} is no type${hint(name)}`);
  }

  end(): void {
    if (this.rest !== '') throw new Error(`nothing may follow the type, found ${this.rest.slice(0, 20)}`);
  }

  private decimal(): string[] {
    const [precision = 10, scale = 0] = this.numbers();
    const most = COLUMN_TYPE_LIMITS.decimalPrecision;
    if (precision < 1 || precision > most) throw new Error(`decimals have 1 to ${most} digits`);
    if (scale > precision) throw new Error('decimals have no more digits after the point than in all');
    return ['decimal'];
  }

  private sized(name: string, most: number): string[] {
    const [length = 0] = this.numbers();
    if (length < 1 || length > most) throw new Error(`${name} needs a length of 1 to ${most}`);
    return [name];
  }

  private entry(): string[] {
    const key = this.type();
    this.take(',');
    return [...key, ...this.type()];
  }

  private fields(): string[] {
    const types: string[] = [];
    do {
      this.word('the name of a field');
      this.take(':');
      types.push(...this.type());
    } while (this.takes(','));
    return types;
  }

  private inBrackets(inside: () => string[]): string[] {
    this.take('<');
    const types = inside();
    this.take('>');
    return types;
  }

  /** `(10,2)`, or nothing. */
  private numbers(): number[] {
    const found = /^\((\d{1,5})(?:, ?(\d{1,5}))?\)/.exec(this.rest);
    if (!found) return [];
    this.rest = this.rest.slice(found[0].length);
    return found.slice(1).flatMap((digits) => (digits === undefined ? [] : Number(digits)));
  }

  private word(what: string): string {
    const [word] = /^[a-z_][a-z0-9_]*/.exec(this.rest) ?? [];
    if (word === undefined) throw new Error(`${what} is missing ${this.place()}`);
    this.rest = this.rest.slice(word.length);
    return word;
  }

  private take(mark: string): void {
    if (!this.takes(mark)) throw new Error(`${mark} is missing ${this.place()}`);
  }

  private takes(mark: string): boolean {
    if (!this.rest.startsWith(mark)) return false;
    this.rest = this.rest.slice(mark.length);
    return true;
  }

  private place(): string {
    return this.rest === '' ? 'at the end' : `before ${this.rest.slice(0, 20)}`;
  }
}

/** Names that other databases have for the same. */
const SYNONYMS: Readonly<Record<string, string>> = {
  integer: 'int',
  long: 'bigint',
  short: 'smallint',
  text: 'string',
  bool: 'boolean',
  real: 'float',
  numeric: 'decimal',
  datetime: 'timestamp',
  bytes: 'binary',
  json: 'string',
};

function hint(name: string): string {
  const known = Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
  return known === undefined ? '' : `, ${known} is`;
}
