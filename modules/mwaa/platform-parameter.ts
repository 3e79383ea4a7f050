import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { PolicyStatement } from '../iam/policy-document';

export interface PlatformParameterProps {
  readonly provider: TerraformProvider;
  /** Name of the parameter, beginning with a slash. */
  readonly name: string;
  /** What DAGs are told, as JSON. Names only: the parameter is no secret, and nothing has to wait for what it names. */
  readonly platform: object;
}

/** Characters that a parameter of either tier holds (`Value` of PutParameter). */
const STANDARD_TIER_LENGTH = 4096;
const ADVANCED_TIER_LENGTH = 8192;

/** What a DAG needs to know of its stage, published as an SSM parameter, so that no DAG has a name of a stage in it. */
export class PlatformParameter extends Construct {
  constructor(scope: Construct, id: string, props: PlatformParameterProps) {
    super(scope, id);
    const value = JSON.stringify(props.platform);
    this.node.addValidation({
      validate: () =>
        value.length <= ADVANCED_TIER_LENGTH
          ? []
          : [
              `the names of all step roles, clusters and work groups together are ${value.length} characters; a parameter holds ${ADVANCED_TIER_LENGTH}: shorten names, or let jobs share step roles`,
            ],
    });
    new SsmParameter(this, 'parameter', {
      provider: props.provider,
      name: props.name,
      description: 'Names of buckets, clusters, step roles and work groups, for DAGs',
      type: 'String',
      insecureValue: value,
      tier: value.length > STANDARD_TIER_LENGTH ? 'Advanced' : 'Standard',
    });
  }
}

/** The right to read the parameter. */
export function platformStatements(
  { accountId, region }: { readonly accountId: string; readonly region: string },
  name: string,
): PolicyStatement[] {
  return [
    {
      Sid: 'ReadThePlatform',
      Effect: 'Allow',
      Action: 'ssm:GetParameter',
      Resource: `arn:aws:ssm:${region}:${accountId}:parameter${name}`,
    },
  ];
}
