import type { EnvironmentConfig } from '../schema/environment';
import type { VpnConfig } from '../schema/vpn';
import type { Subject } from '../subject';
import type { Draft } from '../validate/draft';
import type { Landscape } from './rule';

/** A stage that has a VPN. */
export interface VpnSection {
  readonly stage: Subject<EnvironmentConfig>;
  readonly vpn: Draft<VpnConfig>;
}

/** Stages that have a VPN, which a range for its clients says. */
export function vpns({ stages }: Landscape): VpnSection[] {
  return stages.flatMap((stage) => {
    const { vpn } = stage.config;
    return vpn && stage.gives('vpn', 'clientCidr') ? [{ stage, vpn }] : [];
  });
}
