import { Address4 } from 'ip-address';
import { invalidEc2Value } from './ec2-form';

/** An IPv4 range; `last` is inclusive. */
export interface Ipv4Range {
  readonly text: string;
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads a range as EC2 takes it: in CIDR notation, and no bit set behind the prefix. */
export function ipv4Range(text: string, parameter: string): Ipv4Range {
  if (!/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text) || !Address4.isValid(text))
    throw invalidEc2Value(
      `Value (${text}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`,
    );
  const address = new Address4(text);
  const first = address.startAddress();
  if (first.correctForm() !== address.correctForm()) {
    const network = `${first.correctForm()}/${address.subnetMask}`;
    throw invalidEc2Value(
      `Value (${text}) for parameter ${parameter} is invalid. The network address of this CIDR block is ${network}`,
    );
  }
  const last = address.endAddress().bigInt();
  return { text, prefix: address.subnetMask, first: first.bigInt(), last };
}

/** True when the two ranges share at least one address. */
export function rangesOverlap(a: Ipv4Range, b: Ipv4Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}
