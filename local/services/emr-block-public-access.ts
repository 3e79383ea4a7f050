import { ServiceError } from '../aws-error';
import { checkInput } from '../input-shape';
import { jsonService, now } from '../json-service';
import { RegionalState } from '../regional-state';

interface BlockPublicAccess {
  readonly BlockPublicAccessConfiguration: object;
  readonly BlockPublicAccessConfigurationMetadata: {
    readonly CreationDateTime: number;
    readonly CreatedByArn: string;
  };
}

const port = { min: -1, max: 65_535 } as const;

/**
 * Whether EMR refuses clusters in security groups that are open to the world. moto never turns it off, and
 * knows nothing of how it is before anybody sets it.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/APIReference/API_PutBlockPublicAccessConfiguration.html
 */
export function emrBlockPublicAccess() {
  const state = new RegionalState<{ set?: BlockPublicAccess }>(() => ({}));
  return jsonService({
    name: 'emr-block-public-access',
    service: 'elasticmapreduce',
    actions: {
      GetBlockPublicAccessConfiguration: (_, call) => state.of(call).set ?? initial(call.account),
      PutBlockPublicAccessConfiguration(input, call) {
        checkInput(input, {
          BlockPublicAccessConfiguration: {
            isRequired: true,
            fields: {
              BlockPublicSecurityGroupRules: { isRequired: true },
              PermittedPublicSecurityGroupRuleRanges: {
                items: { fields: { MinRange: { isRequired: true, ...port }, MaxRange: port } },
              },
            },
          },
        });
        const configuration = input.BlockPublicAccessConfiguration as Configuration;
        state.of(call).set = remembered(checkedRanges(configuration), call.account);
        return {};
      },
    },
  });
}

interface Configuration {
  readonly PermittedPublicSecurityGroupRuleRanges?: ReadonlyArray<{ MinRange: number; MaxRange?: number }>;
}

function checkedRanges(configuration: Configuration): Configuration {
  const ranges = configuration.PermittedPublicSecurityGroupRuleRanges ?? [];
  if (ranges.some(({ MinRange, MaxRange }) => MaxRange !== undefined && MaxRange < MinRange)) {
    const message = 'The maximum of a port range must not be below its minimum.';
    throw new ServiceError({ code: 'InvalidRequestException', message });
  }
  return configuration;
}

/** On from the start, with SSH excepted. */
function initial(account: string): BlockPublicAccess {
  const ssh = { MinRange: 22, MaxRange: 22 };
  return remembered(
    { BlockPublicSecurityGroupRules: true, PermittedPublicSecurityGroupRuleRanges: [ssh] },
    account,
  );
}

function remembered(configuration: object, account: string): BlockPublicAccess {
  return {
    BlockPublicAccessConfiguration: configuration,
    BlockPublicAccessConfigurationMetadata: {
      CreationDateTime: now(),
      CreatedByArn: `arn:aws:iam::${account}:root`,
    },
  };
}
