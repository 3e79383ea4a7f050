import { DataAwsSsmParametersByPath } from '@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** An environment as it shall be. */
export interface WantedEnvironment {
  /** Version of Apache Airflow. */
  readonly version: string;
  /** Whether it may not be removed. */
  readonly isProtected: boolean;
  /** Recorded once this is there. */
  readonly after: ITerraformDependable;
}

export interface DeployedEnvironmentsProps {
  readonly provider: TerraformProvider;
  /** Path of the records in Parameter Store, without a slash at the end. */
  readonly path: string;
  /** Environments by name. */
  readonly environments: Readonly<Record<string, WantedEnvironment>>;
  /** What to do about an environment that was taken out and is protected; continues a sentence. */
  readonly removalRemedy: string;
  /** Where the way to another major version is described; continues a sentence. */
  readonly upgradeRemedy: string;
}

/**
 * Records, beside the environments themselves, which version each has and whether it is protected, and refuses a
 * plan that would lose one, or take one back to an older version by accident: `prevent_destroy` goes with the block
 * that somebody takes out, and the provider replaces an environment for a newer major version, with all its history.
 *
 * Sources: "The prevent_destroy argument"
 * (https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle), "Changing the Apache Airflow
 * version" (https://docs.aws.amazon.com/mwaa/latest/userguide/upgrading-environment.html).
 */
export class DeployedEnvironments extends Construct {
  constructor(scope: Construct, id: string, props: DeployedEnvironmentsProps) {
    super(scope, id);
    const names = Object.keys(props.environments);
    new DataAwsSsmParametersByPath(this, 'recorded', {
      provider: props.provider,
      path: props.path,
      lifecycle: {
        postcondition: [
          removalIsRefused(names, props),
          ...names.flatMap((name) => [majorVersionIsRefused(name, props), downgradeIsRefused(name, props)]),
        ],
      },
    });
    for (const [name, { version, isProtected, after }] of Object.entries(props.environments)) {
      new SsmParameter(this, `record-${name}`, {
        provider: props.provider,
        name: recordOf(name, props),
        description: 'What the MWAA environment of this name runs, and whether it may be removed',
        type: 'String',
        insecureValue: JSON.stringify({ version, protected: isProtected }),
        dependsOn: [after],
      });
    }
  }
}

function recordOf(name: string, { path }: DeployedEnvironmentsProps): string {
  return `${path}/${name}`;
}

/** The record at an index, read; the provider calls every value of Parameter Store sensitive. */
const RECORD = 'jsondecode(nonsensitive(self.values[i]))';

function removalIsRefused(names: readonly string[], props: DeployedEnvironmentsProps) {
  const wanted = JSON.stringify(names.map((name) => recordOf(name, props)));
  const lost = `[for i, name in self.names : basename(name) if !contains(${wanted}, name) && ${RECORD}.protected]`;
  return {
    condition: `\${length(${lost}) == 0}`,
    errorMessage: `the Airflow environment \${join(", ", ${lost})} is deployed and protected, and is gone from the configuration; ${props.removalRemedy}`,
  };
}

function majorVersionIsRefused(name: string, props: DeployedEnvironmentsProps) {
  const { version } = wantedOf(name, props);
  const major = Number(version.split('.')[0]);
  return {
    condition: recordsHold(name, props, `tonumber(split(".", ${RECORD}.version)[0]) >= ${major}`),
    errorMessage: `Airflow environment ${name}: ${recordedVersion(name, props)} is deployed and ${version} is wanted. Terraform would delete the environment with its history and make another; ${props.upgradeRemedy}`,
  };
}

function downgradeIsRefused(name: string, props: DeployedEnvironmentsProps) {
  const { version } = wantedOf(name, props);
  return {
    condition: recordsHold(
      name,
      props,
      `${ordinal(`${RECORD}.version`)} <= ${ordinal(JSON.stringify(version))}`,
    ),
    errorMessage: `Airflow environment ${name}: ${recordedVersion(name, props)} is deployed and ${version}, which is older, is wanted. Going back stops every task and changes the metadata database back; write the deployed version, or, if this is meant, ${props.upgradeRemedy}`,
  };
}

function wantedOf(name: string, { environments }: DeployedEnvironmentsProps): WantedEnvironment {
  const wanted = environments[name];
  if (wanted === undefined) throw new Error(`no environment ${name}`);
  return wanted;
}

/** True when the environment is not recorded yet, or its record meets a condition. */
function recordsHold(name: string, props: DeployedEnvironmentsProps, condition: string): string {
  const record = JSON.stringify(recordOf(name, props));
  return `\${alltrue([for i, name in self.names : ${condition} if name == ${record}])}`;
}

function recordedVersion(name: string, props: DeployedEnvironmentsProps): string {
  const record = JSON.stringify(recordOf(name, props));
  return `\${join("", [for i, name in self.names : ${RECORD}.version if name == ${record}])}`;
}

/** A version as a number that compares: 2.10.3 is 2010003. */
function ordinal(version: string): string {
  return `sum([for k, part in split(".", ${version}) : tonumber(part) * pow(1000, 2 - k)])`;
}
