import {
  type AthenaWorkGroups,
  type ResultConfiguration,
  type WorkGroup,
  type WorkGroupConfiguration,
  engineVersion,
  invalidRequest,
} from '../athena-work-groups';
import type { AwsCall } from '../aws-call';
import { type Shape, type Shapes, checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService } from '../json-service';

const name = { isRequired: true, pattern: /[a-zA-Z0-9._-]{1,128}/ } as const;
const description = { min: 0, max: 1024 } as const;
const resultFields: Shapes = {
  EncryptionConfiguration: {
    fields: { EncryptionOption: { isRequired: true, values: ['SSE_S3', 'SSE_KMS', 'CSE_KMS'] } },
  },
  ExpectedBucketOwner: { min: 12, max: 12, pattern: /[0-9]+/ },
};
const configurationFields: Shapes = { BytesScannedCutoffPerQuery: { min: 10_000_000 } };
const configuration: Shape = {
  fields: { ...configurationFields, ResultConfiguration: { fields: resultFields } },
};
const updates: Shape = {
  fields: { ...configurationFields, ResultConfigurationUpdates: { fields: resultFields } },
};

/**
 * Work groups of Athena, which moto can neither change nor find missing.
 *
 * Sources: https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateWorkGroup.html and
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_UpdateWorkGroup.html
 *
 * @param hasQueries whether a work group has run queries, which keep it from being deleted
 */
export function athenaWorkGroup(
  workGroups: AthenaWorkGroups,
  hasQueries: (call: AwsCall, workGroup: string) => boolean,
) {
  return jsonService({
    name: 'athena-work-group',
    service: 'athena',
    actions: {
      async CreateWorkGroup(input, call, moto) {
        check(input, { Name: name, Description: description, Configuration: configuration });
        const existing = workGroups.of(call);
        const workGroup = created(input);
        if (existing.has(workGroup.Name)) throw invalidRequest('WorkGroup is already created');
        // moto keeps the tags, and saved queries, which it only takes for work groups that it knows.
        await askMoto(call, moto, { ...input, Tags: input.Tags ?? [] });
        existing.set(workGroup.Name, workGroup);
        return {};
      },
      GetWorkGroup(input, call) {
        check(input, { WorkGroup: name });
        return { WorkGroup: workGroups.named(call, input.WorkGroup as string) };
      },
      ListWorkGroups: (_, call) => ({ WorkGroups: [...workGroups.of(call).values()].map(summary) }),
      UpdateWorkGroup(input, call) {
        check(input, {
          WorkGroup: name,
          Description: description,
          State: { values: ['ENABLED', 'DISABLED'] },
          ConfigurationUpdates: updates,
        });
        update(workGroups.named(call, input.WorkGroup as string), input);
        return {};
      },
      async DeleteWorkGroup(input, call, moto) {
        check(input, { WorkGroup: name });
        const { Name } = workGroups.named(call, input.WorkGroup as string);
        if (Name === 'primary') throw invalidRequest('The primary WorkGroup cannot be deleted');
        if (input.RecursiveDeleteOption !== true && hasQueries(call, Name))
          throw invalidRequest(`WorkGroup ${Name} is not empty`);
        await askMoto(call, moto);
        workGroups.of(call).delete(Name);
        return {};
      },
    },
  });
}

function check(input: JsonInput, fields: Shapes): void {
  checkInput(input, fields, { code: 'InvalidRequestException' });
}

function created(input: JsonInput): WorkGroup {
  const { EngineVersion: engine, ...given } = (input.Configuration ?? {}) as Partial<WorkGroupConfiguration>;
  checkLocation(given.ResultConfiguration);
  return {
    Name: input.Name as string,
    State: 'ENABLED',
    Description: input.Description as string | undefined,
    CreationTime: Math.floor(Date.now() / 1000),
    Configuration: {
      EnforceWorkGroupConfiguration: true,
      PublishCloudWatchMetricsEnabled: true,
      RequesterPaysEnabled: false,
      ...given,
      EngineVersion: engineVersion(engine?.SelectedEngineVersion),
    },
  };
}

function summary({ Configuration, ...workGroup }: WorkGroup): object {
  return { ...workGroup, EngineVersion: Configuration.EngineVersion };
}

function update(workGroup: WorkGroup, input: JsonInput): void {
  const {
    ResultConfigurationUpdates: results,
    EngineVersion: engine,
    RemoveBytesScannedCutoffPerQuery: removesCutoff,
    RemoveCustomerContentEncryptionConfiguration: removesEncryption,
    ...fields
  } = (input.ConfigurationUpdates ?? {}) as Partial<WorkGroupConfiguration> & {
    ResultConfigurationUpdates?: ResultConfiguration & Record<string, unknown>;
  };
  const changed: WorkGroupConfiguration = { ...workGroup.Configuration, ...fields };
  if (results) changed.ResultConfiguration = updatedResults(changed.ResultConfiguration, results);
  if (engine) changed.EngineVersion = engineVersion(engine.SelectedEngineVersion);
  if (removesCutoff === true) delete changed['BytesScannedCutoffPerQuery'];
  if (removesEncryption === true) delete changed['CustomerContentEncryptionConfiguration'];
  checkLocation(changed.ResultConfiguration);
  workGroup.Configuration = changed;
  workGroup.Description = (input.Description as string | undefined) ?? workGroup.Description;
  workGroup.State = (input.State as WorkGroup['State'] | undefined) ?? workGroup.State;
}

/** `RemoveX` takes X away. */
function updatedResults(
  before: ResultConfiguration | undefined,
  updates: Record<string, unknown>,
): ResultConfiguration {
  const after: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(updates)) {
    if (!field.startsWith('Remove')) after[field] = value;
    else if (value === true) delete after[field.slice('Remove'.length)];
  }
  return after;
}

function checkLocation(results: ResultConfiguration | undefined): void {
  const location = results?.OutputLocation;
  if (location !== undefined && !/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/.*)?$/.test(location))
    throw invalidRequest(`outputLocation is not a valid S3 path: ${location}`);
}
