import type { EnvironmentConfig } from '../schema/environment';
import type { CompanionFile } from '../source/companion-file';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import type { Landscape } from './rule';
import { vpns } from './vpn-sections';

/** A file with SAML metadata that a stage names. */
export interface SamlFile {
  readonly stage: Subject<EnvironmentConfig>;
  readonly path: Path;
  /** As the stage names it, below `environments/`. */
  readonly name: string;
  readonly file: CompanionFile;
}

/** The metadata that VPNs with SAML name. */
export function samlFiles(landscape: Landscape): SamlFile[] {
  return vpns(landscape).flatMap(({ stage, vpn }) =>
    vpn.authentication !== 'saml'
      ? []
      : (['metadataFile', 'portalMetadataFile'] as const).flatMap((key) => {
          const name = vpn.saml?.[key];
          if (name === undefined) return [];
          return [{ stage, path: ['vpn', 'saml', key], name, file: landscape.companion(name) }];
        }),
  );
}
