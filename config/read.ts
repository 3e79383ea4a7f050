import { checkDefaults, checkOrganization, checkStage } from './check-files';
import { parseCidr } from './network/cidr';
import { isVpcPrefix } from './network/subnets';
import { arrangeProblems, type Problem } from './problem';
import { RULES, WARNINGS } from './rules';
import { CLIENT_RANGE_PREFIXES, FreeBlocks } from './rules/free-blocks';
import type { EnvironmentConfig } from './schema/environment';
import type { OrganizationConfig } from './schema/organization';
import { Attachments } from './source/attachments';
import { readEnvironmentFiles } from './source/environment-files';
import type { MapTree } from './source/tree';
import type { Subject } from './subject';

/** One stage as far as it could be read. */
export interface StageReading {
  /** Name of the file without `.yaml`. */
  readonly name: string;
  /** The stage's file over defaults.yaml, each value with its place. */
  readonly tree: MapTree;
  /** Absent when a value is wrong; a clash with another file does not make it absent. */
  readonly config: EnvironmentConfig | undefined;
}

/** Everything that could be found out about the files in `environments/`. */
export interface Reading {
  /** Absent when a value is wrong. */
  readonly organization: { readonly tree: MapTree; readonly config: OrganizationConfig } | undefined;
  /** Sorted by name; files that hold nothing readable are not among them. */
  readonly stages: readonly StageReading[];
  /** Sorted by file and line; empty when the configuration can be used. */
  readonly problems: readonly Problem[];
  /** What can be used but may not be meant; sorted like problems. */
  readonly warnings: readonly Problem[];
  /** Files that the configuration names. */
  readonly attachments: Attachments;
}

/**
 * Reads and checks all files. Never throws about their contents: everything that can be known of them is in
 * the result, whatever else is wrong.
 *
 * @param root folder that holds `environments/`
 * @param today the day on which versions may be over
 */
export function readConfig(root: string, today = new Date()): Reading {
  const files = readEnvironmentFiles(root);
  const organization = files.organization && checkOrganization(files.organization);
  const defaults = checkDefaults(files.defaults);
  const stages = files.stages.flatMap((file) => {
    const checked = checkStage(file, defaults);
    return checked ? [{ name: file.name, ...checked }] : [];
  });
  const subjects = stages.map((stage) => stage.subject);
  const attachments = new Attachments(root);
  const landscape = {
    organization: organization?.subject,
    stages: subjects,
    freeBlocks: freeBlocks(organization?.subject, subjects),
    attachments,
    today: today.toISOString().slice(0, 10),
  };
  const problems = [
    ...files.problems,
    ...[files.organization, files.defaults, ...files.stages].flatMap((file) => file?.problems ?? []),
    ...(organization?.problems ?? []),
    ...defaults.problems,
    ...stages.flatMap((stage) => stage.problems),
    ...RULES.flatMap((rule) => rule(landscape)),
  ];
  return {
    organization: organization?.config && { tree: organization.tree, config: organization.config },
    stages: stages.map(({ name, tree, config }) => ({ name, tree, config })),
    problems: arrangeProblems(problems),
    warnings: arrangeProblems(WARNINGS.flatMap((rule) => rule(landscape))),
    attachments,
  };
}

function freeBlocks(
  organization: Subject<OrganizationConfig> | undefined,
  stages: readonly Subject<EnvironmentConfig>[],
): FreeBlocks {
  const network = organization?.config.network;
  const reserved = (network?.reserved ?? []).flatMap((range) => range?.cidr ?? []);
  const vpcs = stages.flatMap((stage) => stage.config.network?.cidr ?? []);
  const clients = stages.flatMap((stage) => stage.config.vpn?.clientCidr ?? []);
  // A range of a size that is refused has to change anyway: it may grow where it is.
  const staying = [
    ...vpcs.map(parseCidr).filter(({ prefix }) => isVpcPrefix(prefix)),
    ...clients.map(parseCidr).filter(({ prefix }) => isClientRangePrefix(prefix)),
  ];
  return new FreeBlocks(network?.pool, [...reserved.map(parseCidr), ...staying]);
}

function isClientRangePrefix(prefix: number): boolean {
  return prefix >= CLIENT_RANGE_PREFIXES.largest && prefix <= CLIENT_RANGE_PREFIXES.smallest;
}
