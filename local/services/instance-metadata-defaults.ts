import { ServiceError } from '../aws-error';
import { ec2Service } from '../ec2-service';
import { RegionalState } from '../regional-state';

/** The settings with the values that each takes besides `no-preference`. */
const SETTINGS = {
  HttpTokens: ['optional', 'required'],
  HttpEndpoint: ['disabled', 'enabled'],
  InstanceMetadataTags: ['disabled', 'enabled'],
  HttpTokensEnforced: ['disabled', 'enabled'],
} as const;

/** What takes a setting back, and for the hop limit -1. */
const NO_PREFERENCE = 'no-preference';
const NO_LIMIT = '-1';
const MAX_HOPS = 64;

/**
 * The defaults of an account for the metadata service of new instances, which moto lacks.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html
 */
export function instanceMetadataDefaults() {
  const accounts = new RegionalState(() => new Map<string, string>());
  return ec2Service({
    name: 'instance-metadata-defaults',
    actions: {
      ModifyInstanceMetadataDefaults(input, call) {
        const changes = [...Object.keys(SETTINGS), 'HttpPutResponseHopLimit'].flatMap((name) => {
          const value = input.get(name);
          return value === null ? [] : [[name, checked(name, value)] as const];
        });
        const settings = accounts.of(call);
        for (const [name, value] of changes) {
          if (value === NO_PREFERENCE || value === NO_LIMIT) settings.delete(name);
          else settings.set(name, value);
        }
        return '<return>true</return>';
      },
      GetInstanceMetadataDefaults(_, call) {
        const settings = [...accounts.of(call)];
        const elements = settings.map(([name, value]) => {
          const element = name.charAt(0).toLowerCase() + name.slice(1);
          return `<${element}>${value}</${element}>`;
        });
        if (elements.length > 0) elements.push('<managedBy>account</managedBy>');
        return `<accountLevel>${elements.join('')}</accountLevel>`;
      },
    },
  });
}

function checked(name: string, value: string): string {
  const values: readonly string[] | undefined = SETTINGS[name as keyof typeof SETTINGS];
  const hops = Number(value);
  const isPossible =
    values === undefined
      ? value === NO_LIMIT || (Number.isInteger(hops) && hops >= 1 && hops <= MAX_HOPS)
      : value === NO_PREFERENCE || values.includes(value);
  if (isPossible) return value;
  const message = `Value (${value}) for parameter ${name} is invalid.`;
  throw new ServiceError({ code: 'InvalidParameterValue', message });
}
