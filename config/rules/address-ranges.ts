import { type CidrBlock, parseCidr } from '../network/cidr';
import { formatLocation, type Problem } from '../problem';
import type { Location, Path } from '../source/location';
import { quote } from '../quote';
import type { Landscape } from './rule';

/** An address range of the files that others must keep clear of. */
export interface AddressRange {
  readonly block: CidrBlock;
  readonly at: Location;
  /** How a message calls it, with its place. */
  readonly label: string;
  /** Makes a problem at the range. */
  readonly problem: (text: string) => Problem;
  /** Name of the stage whose VPC it is; absent for reserved ranges. */
  readonly stage?: string;
}

/** The range of each VPC, in the order of the files. */
export function vpcRanges({ stages }: Landscape): AddressRange[] {
  const path: Path = ['network', 'cidr'];
  return stages.flatMap((stage) => {
    const cidr = stage.config.network?.cidr;
    if (cidr === undefined) return [];
    const at = stage.locate(path);
    const label = `${stage.name} (${formatLocation(at)})`;
    const problem = (text: string) => stage.problem(text, path);
    return [{ block: parseCidr(cidr), at, label, problem, stage: stage.name }];
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
        at,
        label,
        problem: (text: string) => organization.problem(text, path),
      },
    ];
  });
}
