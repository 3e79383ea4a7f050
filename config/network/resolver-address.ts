import { parseCidr, subnetOf } from './cidr';

/**
 * Address at which a VPC's own DNS answers: the third one of its range.
 *
 * Source: "Amazon DNS server" (https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html).
 *
 * @param vpcCidr range of the VPC
 */
export function resolverAddress(vpcCidr: string): string {
  return subnetOf(parseCidr(vpcCidr), 32, 2).text.replace('/32', '');
}
