import { randomUUID } from 'node:crypto';
import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { type Shape, type Shapes, checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService } from '../json-service';
import { RegionalState } from '../regional-state';

interface Watched {
  readonly kind: 'monitor' | 'subscription';
  fields: JsonInput;
  readonly tags: Map<string, string>;
}

type State = Map<string, Watched>;

const subscriber: Shape = {
  fields: {
    Address: {
      min: 6,
      max: 302,
      pattern:
        /[a-zA-Z0-9.!#$%&'*+=?^_‘{|}~-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+|arn:aws[a-zA-Z-]*:sns:[a-zA-Z0-9-]+:[0-9]{12}:[a-zA-Z0-9_-]+(?:\.fifo)?/,
    },
    Type: { values: ['EMAIL', 'SNS'] },
  },
};
const subscriptionFields = (isRequired?: true): Shapes => ({
  MonitorArnList: { isRequired },
  Subscribers: { isRequired, items: subscriber },
  Threshold: { min: 0 },
  Frequency: { isRequired, values: ['DAILY', 'IMMEDIATE', 'WEEKLY'] },
  SubscriptionName: { isRequired, max: 1024 },
});
const monitorFields: Shapes = {
  MonitorName: { isRequired: true, max: 1024 },
  MonitorType: { isRequired: true, values: ['DIMENSIONAL', 'CUSTOM'] },
  MonitorDimension: { values: ['SERVICE', 'LINKED_ACCOUNT', 'TAG', 'COST_CATEGORY'] },
};
const resource: Shapes = { ResourceArn: { isRequired: true, min: 20, max: 2048 } };

/**
 * Monitors that look for unusual costs, and who is told what they find; moto lacks both. They find nothing.
 *
 * Sources: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CreateAnomalyMonitor.html and
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CreateAnomalySubscription.html
 */
export function costAnomalyDetection() {
  const accounts = new RegionalState<State>(() => new Map());
  // Cost Explorer has one endpoint for all regions.
  const of = ({ account }: AwsCall): State => accounts.of({ account, region: 'aws-global' });
  return jsonService({
    name: 'cost-anomaly-detection',
    service: 'ce',
    actions: { ...monitors(of), ...subscriptions(of), ...tags(of) },
  });
}

function monitors(of: (call: AwsCall) => State) {
  return {
    CreateAnomalyMonitor(input: JsonInput, call: AwsCall) {
      checkInput(input, { AnomalyMonitor: { isRequired: true, fields: monitorFields } });
      const given = input.AnomalyMonitor as JsonInput;
      const isDimensional = given.MonitorType === 'DIMENSIONAL';
      if (isDimensional !== (given.MonitorDimension !== undefined))
        throw invalid('MonitorDimension must be given for a monitor of type DIMENSIONAL, and only for that');
      if (!isDimensional && given.MonitorSpecification === undefined)
        throw invalid('MonitorSpecification must be given for a monitor of type CUSTOM');
      // "Limit exceeded on dimensional spend monitor creation": each account has one for its services.
      if (
        isDimensional &&
        allOf(of(call), 'monitor').some((known) => known.fields.MonitorDimension === given.MonitorDimension)
      )
        throw new ServiceError({
          code: 'LimitExceededException',
          message: 'Limit exceeded on dimensional spend monitor creation',
        });
      const MonitorArn = arn('anomalymonitor', call);
      const at = { CreationDate: time(), LastUpdatedDate: time() };
      of(call).set(MonitorArn, {
        kind: 'monitor',
        fields: { ...given, ...at, MonitorArn, DimensionalValueCount: isDimensional ? 1 : 0 },
        tags: new Map(tagsOf(input)),
      });
      return { MonitorArn };
    },
    GetAnomalyMonitors(input: JsonInput, call: AwsCall) {
      const found = selected(of(call), 'monitor', input.MonitorArnList);
      return { AnomalyMonitors: found.map(({ fields }) => fields) };
    },
    UpdateAnomalyMonitor(input: JsonInput, call: AwsCall) {
      checkInput(input, { MonitorArn: { isRequired: true }, MonitorName: { max: 1024 } });
      const changed = existing(of(call), 'monitor', input.MonitorArn);
      const { MonitorName = changed.fields.MonitorName } = input;
      changed.fields = { ...changed.fields, MonitorName, LastUpdatedDate: time() };
      return { MonitorArn: input.MonitorArn };
    },
    DeleteAnomalyMonitor(input: JsonInput, call: AwsCall) {
      checkInput(input, { MonitorArn: { isRequired: true } });
      existing(of(call), 'monitor', input.MonitorArn);
      of(call).delete(input.MonitorArn as string);
      return {};
    },
  };
}

function subscriptions(of: (call: AwsCall) => State) {
  const check = (given: JsonInput, state: State) => {
    for (const monitor of (given.MonitorArnList ?? []) as string[]) existing(state, 'monitor', monitor);
    const subscribers = (given.Subscribers ?? []) as { Type: string }[];
    // "IMMEDIATE" goes to topics alone, the other two to addresses alone.
    const wanted = given.Frequency === 'IMMEDIATE' ? 'SNS' : 'EMAIL';
    if (subscribers.some(({ Type }) => Type !== wanted))
      throw invalid(
        `A subscription with frequency ${String(given.Frequency)} takes subscribers of type ${wanted}`,
      );
  };
  return {
    CreateAnomalySubscription(input: JsonInput, call: AwsCall) {
      checkInput(input, { AnomalySubscription: { isRequired: true, fields: subscriptionFields(true) } });
      const given = input.AnomalySubscription as JsonInput;
      if (given.Threshold === undefined && given.ThresholdExpression === undefined)
        throw invalid('Either Threshold or ThresholdExpression must be given');
      check(given, of(call));
      const SubscriptionArn = arn('anomalysubscription', call);
      of(call).set(SubscriptionArn, {
        kind: 'subscription',
        fields: { ...withStatus(given), SubscriptionArn, AccountId: call.account },
        tags: new Map(tagsOf(input)),
      });
      return { SubscriptionArn };
    },
    GetAnomalySubscriptions(input: JsonInput, call: AwsCall) {
      const found = selected(of(call), 'subscription', input.SubscriptionArnList).map(({ fields }) => fields);
      const monitor = input.MonitorArn as string | undefined;
      const watching = (fields: JsonInput) =>
        monitor === undefined || (fields.MonitorArnList as string[]).includes(monitor);
      return { AnomalySubscriptions: found.filter(watching) };
    },
    UpdateAnomalySubscription(input: JsonInput, call: AwsCall) {
      checkInput(input, { SubscriptionArn: { isRequired: true }, ...subscriptionFields() });
      const changed = existing(of(call), 'subscription', input.SubscriptionArn);
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
      const after = withStatus({ ...changed.fields, ...given });
      check(after, of(call));
      changed.fields = after;
      return { SubscriptionArn: input.SubscriptionArn };
    },
    DeleteAnomalySubscription(input: JsonInput, call: AwsCall) {
      checkInput(input, { SubscriptionArn: { isRequired: true } });
      existing(of(call), 'subscription', input.SubscriptionArn);
      of(call).delete(input.SubscriptionArn as string);
      return {};
    },
  };
}

/** moto keeps the tags of everything else that Cost Explorer has. */
function tags(of: (call: AwsCall) => State) {
  const tagged = (input: JsonInput, call: AwsCall) => {
    checkInput(input, resource);
    return of(call).get(input.ResourceArn as string)?.tags;
  };
  type Action = Parameters<typeof jsonService>[0]['actions'][string];
  const actions: Record<string, Action> = {
    ListTagsForResource(input, call, moto) {
      const known = tagged(input, call);
      if (known === undefined) return askMoto(call, moto);
      return { ResourceTags: [...known].map(([Key, Value]) => ({ Key, Value })) };
    },
    TagResource(input, call, moto) {
      const known = tagged(input, call);
      if (known === undefined) return askMoto(call, moto);
      for (const [key, value] of tagsOf(input)) known.set(key, value);
      return {};
    },
    UntagResource(input, call, moto) {
      const known = tagged(input, call);
      if (known === undefined) return askMoto(call, moto);
      for (const key of (input.ResourceTagKeys ?? []) as string[]) known.delete(key);
      return {};
    },
  };
  return actions;
}

function allOf(state: State, kind: Watched['kind']): Watched[] {
  return [...state.values()].filter((known) => known.kind === kind);
}

/** Those with the ARNs, or all. */
function selected(state: State, kind: Watched['kind'], arns: unknown): Watched[] {
  if (!Array.isArray(arns) || arns.length === 0) return allOf(state, kind);
  return arns.map((wanted) => existing(state, kind, wanted));
}

function existing(state: State, kind: Watched['kind'], wanted: unknown): Watched {
  const found = state.get(wanted as string);
  if (found?.kind === kind) return found;
  const code = kind === 'monitor' ? 'UnknownMonitorException' : 'UnknownSubscriptionException';
  throw new ServiceError({ code, message: `No anomaly ${kind} found for ARN ${String(wanted)}` });
}

/** Addresses are asked to confirm; here all do. */
function withStatus(fields: JsonInput): JsonInput {
  const subscribers = (fields.Subscribers ?? []) as object[];
  return { ...fields, Subscribers: subscribers.map((one) => ({ ...one, Status: 'CONFIRMED' })) };
}

function arn(kind: string, { account }: AwsCall): string {
  return `arn:aws:ce::${account}:${kind}/${randomUUID()}`;
}

function time(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

function tagsOf({ ResourceTags }: JsonInput): [string, string][] {
  const given = (ResourceTags ?? []) as { Key: string; Value: string }[];
  return given.map(({ Key, Value }) => [Key, Value]);
}

function invalid(message: string): ServiceError {
  return new ServiceError({ code: 'ValidationException', message });
}
