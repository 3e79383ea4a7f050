import { Address4 } from 'ip-address';

/** An IPv4 range. All numbers are addresses as integers; `last` is inclusive. */
export interface CidrBlock {
  readonly text: string;
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** Why a text is no usable CIDR block. */
export class CidrError extends Error {}

/**
 * Reads `a.b.c.d/prefix`.
 *
 * @throws CidrError when the text is not an IPv4 range, or has bits set behind the prefix (AWS silently
 * changes such a range, so the file and the account would disagree).
 */
export function parseCidr(text: string): CidrBlock {
  if (!/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text) || !Address4.isValid(text)) {
    throw new CidrError('not an IPv4 range such as 10.20.0.0/16');
  }
  const address = new Address4(text);
  const first = address.startAddress();
  if (first.correctForm() !== address.correctForm()) {
    throw new CidrError(
      `bits are set behind the prefix; the range is ${first.correctForm()}/${address.subnetMask}`,
    );
  }
  return {
    text: `${first.correctForm()}/${address.subnetMask}`,
    prefix: address.subnetMask,
    first: first.bigInt(),
    last: address.endAddress().bigInt(),
  };
}

/** True when the two ranges share at least one address. */
export function overlaps(a: CidrBlock, b: CidrBlock): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** True when every address of `inner` lies in `outer`. */
export function contains(outer: CidrBlock, inner: CidrBlock): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/**
 * The `index`-th range of size `prefix` inside `block`, counted from its start.
 *
 * @throws CidrError when `block` has no such range.
 */
export function subnetOf(block: CidrBlock, prefix: number, index: number): CidrBlock {
  const size = 1n << BigInt(32 - prefix);
  const first = block.first + size * BigInt(index);
  if (prefix < block.prefix || prefix > 32 || index < 0 || first + size - 1n > block.last) {
    throw new CidrError(`${block.text} holds no range number ${index} of size /${prefix}`);
  }
  return parseCidr(`${Address4.fromBigInt(first).correctForm()}/${prefix}`);
}

/**
 * The first range of size `prefix` in `pool` that overlaps none of `taken`.
 *
 * @returns undefined when the pool is full.
 */
export function firstFreeBlock(
  pool: CidrBlock,
  prefix: number,
  taken: readonly CidrBlock[],
): CidrBlock | undefined {
  const size = 1n << BigInt(32 - prefix);
  let first = pool.first;
  while (prefix >= pool.prefix && first + size - 1n <= pool.last) {
    const candidate = { first, last: first + size - 1n };
    const inTheWay = taken.find((block) => candidate.first <= block.last && block.first <= candidate.last);
    if (!inTheWay) return parseCidr(`${Address4.fromBigInt(first).correctForm()}/${prefix}`);
    // Jump behind the range in the way, to the next multiple of the size: a /28 in a /8 would otherwise
    // take a million steps.
    first = ((inTheWay.last + size) / size) * size;
  }
  return undefined;
}
