/** Whether a pattern of IAM, in which `*` and `?` stand for other text, is about all that another one is about. */
export function covers(pattern: string, asked: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    // One character does not cover what an asked `*` stands for.
    .replaceAll('?', '[^*]');
  return new RegExp(`^${expression}$`, 's').test(asked);
}

/** Whether there is a text that both patterns are about. */
export function overlaps(one: string, other: string): boolean {
  if (one === '') return /^\**$/.test(other);
  if (one.startsWith('*'))
    return overlaps(one.slice(1), other) || (other !== '' && overlaps(one, other.slice(1)));
  if (other.startsWith('*')) return overlaps(other, one);
  const [first, second] = [one[0], other[0]];
  return (
    second !== undefined &&
    (first === second || first === '?' || second === '?') &&
    overlaps(one.slice(1), other.slice(1))
  );
}

/** The same for a pattern of ARNs and what is asked, in which a wildcard stays within its part. */
export function overlapsArn(pattern: string, asked: string): boolean {
  // A call that is about no resource has `*` for one, which no ARN is.
  if (asked === '*') return covers(pattern, asked);
  const [parts, others] = [partsOf(pattern), partsOf(asked)];
  if (parts.length < ARN_PARTS || others.length < ARN_PARTS) return overlaps(pattern, asked);
  return parts.every((part, index) => overlaps(part, others[index] ?? ''));
}

const ARN_PARTS = 6;

/** The last part of an ARN is all that follows the account. */
function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length < ARN_PARTS
    ? parts
    : [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
}
