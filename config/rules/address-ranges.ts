import { type CidrBlock, parseCidr } from '../network/cidr';
import { formatLocation, type Problem } from '../problem';
import type { Path } from '../source/location';
import { quote } from '../quote';
import { CLIENT_RANGE_PREFIXES, VPC_PREFIXES } from './free-blocks';
import type { Landscape } from './rule';

/** An address range of the files that others must keep clear of. */
export interface AddressRange {
  readonly block: CidrBlock;
  /** How a message calls it, with its place. */
  readonly label: string;
  /** Makes a problem at the range. */
  readonly problem: (text: string) => Problem;
  /**
   * What to do about it, to stand behind a semicolon.
   *
   * @param prefix size to suggest; by default its own
   */
  readonly advice: (prefix?: number) => string;
}

/** The range of each VPC, in the order of the files. */
export function vpcRanges({ stages, freeBlocks }: Landscape): AddressRange[] {
  const path: Path = ['network', 'cidr'];
  return stages.flatMap((stage) => {
    const cidr = stage.config.network?.cidr;
    if (cidr === undefined) return [];
    const block = parseCidr(cidr);
    return [
      {
        block,
        label: `${stage.name} (${formatLocation(stage.locate(path))})`,
        problem: (text: string) => stage.problem(text, path),
        advice: (prefix = block.prefix) => freeBlocks.advice(stage.name, prefix, VPC_PREFIXES),
      },
    ];
  });
}

/** The range of each VPN's clients, in the order of the files. */
export function clientRanges({ stages, freeBlocks }: Landscape): AddressRange[] {
  const path: Path = ['vpn', 'clientCidr'];
  return stages.flatMap((stage) => {
    const cidr = stage.config.vpn?.clientCidr;
    if (cidr === undefined) return [];
    const block = parseCidr(cidr);
    return [
      {
        block,
        label: `the VPN of ${stage.name} (${formatLocation(stage.locate(path))})`,
        problem: (text: string) => stage.problem(text, path),
        advice: (prefix = block.prefix) =>
          freeBlocks.advice(`VPN of ${stage.name}`, prefix, CLIENT_RANGE_PREFIXES),
      },
    ];
  });
}

/** The ranges that organization.yaml reserves, in its order. */
export function reservedRanges({ organization }: Landscape): AddressRange[] {
  const reserved = organization?.config.network?.reserved ?? [];
  return reserved.flatMap((range, index) => {
    if (!organization || range?.cidr === undefined) return [];
    const path: Path = ['network', 'reserved', index, 'cidr'];
    const at = organization.locate(path);
    const label = `the reserved range ${quote(range.name ?? String(index))} (${formatLocation(at)})`;
    return [
      {
        block: parseCidr(range.cidr),
        label,
        problem: (text: string) => organization.problem(text, path),
        advice: () => 'merge the two or correct one',
      },
    ];
  });
}
