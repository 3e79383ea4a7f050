import Table from 'cli-table3';
import pc from 'picocolors';
import type { DeployedStage } from './read-back';

export interface DemoResult {
  readonly stage: string;
  readonly deployed: DeployedStage;
  /** Steps in the order they were done, with the seconds each took. */
  readonly steps: readonly { readonly title: string; readonly seconds: number }[];
  /** How long it took as a whole: less than the steps one by one, since some are done at the same time. */
  readonly seconds: number;
}

/** Room for a command before what it does. */
const COMMAND_WIDTH = 56;

/** What the demo has shown, for a person to read. */
export function summary({ stage, deployed, steps, seconds }: DemoResult): string {
  const byZone = new Map<string, string[]>();
  for (const subnet of [...deployed.subnets].sort((a, b) => a.name.localeCompare(b.name))) {
    const inZone = byZone.get(subnet.zoneId) ?? [];
    byZone.set(subnet.zoneId, [...inZone, `${subnet.name}  ${subnet.cidr}  ${subnet.id}`]);
  }
  const facts: readonly (readonly [string, string])[] = [
    ['account', `${deployed.accountId}  ${deployed.accountName}`],
    ['unit', deployed.unit],
    ['VPC', `${deployed.vpcId}  ${deployed.vpcCidr}`],
    ...[...byZone]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([zone, subnets]) => [zone, subnets.join('\n')] as const),
    ['NAT gateways', String(deployed.natGateways)],
    ['buckets', deployed.platform.buckets.join('\n')],
    ['tables', deployed.platform.tables.join('\n')],
    ['work groups', deployed.platform.workGroups.join('\n')],
    ['EMR clusters', deployed.platform.clusters.join('\n')],
    ['step roles', deployed.platform.stepRoles.join('\n')],
    ['Airflow', deployed.platform.airflow.join('\n')],
    ['alarms', String(deployed.platform.alarms)],
    ['dashboards', deployed.platform.dashboards.join('\n')],
    ...(deployed.vpn === undefined ? [] : [['VPN', deployed.vpn.join('\n')] as const]),
  ];
  return [
    '',
    pc.bold(`${stage}, as the AWS SDK sees it (not read from Terraform's state):`),
    table(facts),
    '',
    pc.bold('How long it took:'),
    table(
      [...steps, { title: 'together', seconds }].map((step) => [step.title, `${step.seconds.toFixed(1)} s`]),
    ),
    '',
    pc.bold('What to type next:'),
    ...next(stage).map(([command, what]) => `  ${command.padEnd(COMMAND_WIDTH)}  ${what}`),
    '',
    'For real AWS, begin with managementAccountId in environments/organization.yaml: README, "For a real AWS organization".',
    '',
  ].join('\n');
}

function next(stage: string): readonly (readonly [string, string])[] {
  const deploy = (stack: string) => `npx lz local exec -- npx cdktf deploy ${stack}`;
  return [
    ['npx lz local up', 'a local cloud that stays until you stop it'],
    [deploy('organization'), 'deploy into it, stack by stack: the units,'],
    [deploy('identity'), 'what people can be let do,'],
    [deploy(`${stage}-account`), 'the account, and who may do it there,'],
    [deploy(stage), 'what is in the account'],
    [`npx lz local exec -- npx cdktf diff ${stage}`, `plan a change of environments/${stage}.yaml`],
    ['npx lz check', 'check the environment files'],
  ];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const plain = new Table({
    chars: {
      top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '',
      'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ',
    }, // prettier-ignore
    style: { 'padding-left': 1, 'padding-right': 1, head: [], border: [] },
  });
  plain.push(...rows.map(([name, value]) => [pc.dim(name), value]));
  return plain
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
