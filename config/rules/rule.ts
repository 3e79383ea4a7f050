import type { Problem } from '../problem';
import type { Attachments } from '../source/attachments';
import type { EnvironmentConfig } from '../schema/environment';
import type { OrganizationConfig } from '../schema/organization';
import type { Subject } from '../subject';
import type { FreeBlocks } from './free-blocks';

/** All files together, as far as they are valid. */
export interface Landscape {
  /** Absent when organization.yaml is missing or unreadable. */
  readonly organization: Subject<OrganizationConfig> | undefined;
  /** Sorted by file name, so that rules which compare stages report in the same order everywhere. */
  readonly stages: readonly Subject<EnvironmentConfig>[];
  /** Where a VPC, or the clients of a VPN, could go instead. */
  readonly freeBlocks: FreeBlocks;
  /** Files that configuration names. */
  readonly attachments: Attachments;
  /** The day on which versions may be over, as `2026-11-21`. */
  readonly today: string;
}

/**
 * A rule about several values, or about several files. It is given drafts: a value that its field refuses is
 * absent, and a rule says nothing about what it cannot know.
 */
export type Rule = (landscape: Landscape) => Problem[];
