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

/** What a DAG needs to know of its stage, published as an SSM parameter, so that no DAG has a name of a stage in it. */
export class PlatformParameter extends Construct {
  constructor(scope: Construct, id: string, props: PlatformParameterProps) {
    super(scope, id);
    const value = JSON.stringify(props.platform);
    new SsmParameter(this, 'parameter', {
      provider: props.provider,
      name: props.name,
      description: 'Names of buckets, clusters, step roles and work groups, for DAGs',
      type: 'String',
      insecureValue: value,
      // The Standard tier holds 4096 characters (`Value` of PutParameter).
      tier: value.length > 4096 ? 'Advanced' : 'Standard',
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
