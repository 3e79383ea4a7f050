import type { EnvironmentConfig } from '../schema/environment';
import type { Attached } from '../source/attachments';
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
  readonly file: Attached<Buffer>;
}

/** The metadata that VPNs with SAML name. */
export function samlFiles(landscape: Landscape): SamlFile[] {
  return vpns(landscape).flatMap(({ stage, vpn }) =>
    vpn.authentication !== 'saml'
      ? []
      : (['metadataFile', 'portalMetadataFile'] as const).flatMap((key) => {
          const name = vpn.saml?.[key];
          if (name === undefined) return [];
          return [{ stage, path: ['vpn', 'saml', key], name, file: landscape.attachments.file(name) }];
        }),
  );
}

/** Whether nothing is at the path, which is no mistake: the file comes later. */
export function isMissing(file: Attached<Buffer>): boolean {
  return 'errorCode' in file && (file.errorCode === 'ENOENT' || file.errorCode === 'ENOTDIR');
}
