import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import { now } from './json-service';
import { RegionalState } from './regional-state';

/** `ResultConfiguration` of Athena's model. */
export interface ResultConfiguration {
  OutputLocation?: string;
  EncryptionConfiguration?: object;
  ExpectedBucketOwner?: string;
  AclConfiguration?: object;
}

/** `WorkGroupConfiguration` of Athena's model, as far as anything depends on it. */
export interface WorkGroupConfiguration {
  EnforceWorkGroupConfiguration: boolean;
  ResultConfiguration?: ResultConfiguration;
  EngineVersion: EngineVersion;
  [field: string]: unknown;
}

export interface EngineVersion {
  readonly SelectedEngineVersion: string;
  readonly EffectiveEngineVersion: string;
}

/** `WorkGroup` of Athena's model. */
export interface WorkGroup {
  readonly Name: string;
  State: 'ENABLED' | 'DISABLED';
  Description?: string;
  readonly CreationTime: number;
  Configuration: WorkGroupConfiguration;
}

/** What AUTO stands for. */
const CURRENT_ENGINE = 'Athena engine version 3';
const ENGINES = ['AUTO', CURRENT_ENGINE, 'PySpark engine version 3'];

/** The work groups of each account and region, by name. */
export class AthenaWorkGroups {
  private readonly state = new RegionalState(() => new Map([['primary', primary()]]));

  of(call: AwsCall): Map<string, WorkGroup> {
    return this.state.of(call);
  }

  /** The work group of a name; Athena has two wordings for one that is not there, and this is `GetWorkGroup`'s. */
  named(call: AwsCall, name: string): WorkGroup {
    const workGroup = this.of(call).get(name);
    if (workGroup === undefined) throw invalidRequest(`WorkGroup ${name} is not found.`);
    return workGroup;
  }
}

/** Athena's error for everything that is the caller's fault. */
export function invalidRequest(message: string): ServiceError {
  return new ServiceError({ code: 'InvalidRequestException', message });
}

export function engineVersion(selected = 'AUTO'): EngineVersion {
  if (!ENGINES.includes(selected))
    throw invalidRequest(`${selected} is not a supported engine version. Supported: ${ENGINES.join(', ')}`);
  return {
    SelectedEngineVersion: selected,
    EffectiveEngineVersion: selected === 'AUTO' ? CURRENT_ENGINE : selected,
  };
}

/** The work group that every account has, which leaves everything to the client. */
function primary(): WorkGroup {
  return {
    Name: 'primary',
    State: 'ENABLED',
    CreationTime: now(),
    Configuration: {
      ResultConfiguration: {},
      EnforceWorkGroupConfiguration: false,
      PublishCloudWatchMetricsEnabled: true,
      RequesterPaysEnabled: false,
      EngineVersion: engineVersion(),
    },
  };
}
