import { CLIENT_RANGE_PREFIXES } from './free-blocks';
import type { Rule } from './rule';

/** A stage whose own file speaks of a VPN has one: in defaults.yaml alone the section makes none. */
export const vpnHasRange: Rule = ({ stages, freeBlocks }) =>
  stages.flatMap((stage) => {
    const isOwn = stage.gives('vpn') && stage.locate(['vpn']).file === stage.file;
    if (!isOwn || !stage.lacks('vpn', 'clientCidr')) return [];
    const fix = freeBlocks.advice(
      `VPN of ${stage.name}`,
      CLIENT_RANGE_PREFIXES.smallest,
      CLIENT_RANGE_PREFIXES,
    );
    const text = `without clientCidr the stage has no VPN, and the section has no effect; ${fix}, or remove the section`;
    return [stage.problem(text, ['vpn'])];
  });
