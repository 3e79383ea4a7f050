import type { AwsCall } from '../aws-call';
import { queryOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import { checkInput } from '../input-shape';
import { inputOf, jsonAnswer } from '../json-service';
import type { LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import type { Organization } from '../organization';
import { RegionalState } from '../regional-state';

interface Analyzer {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly createdAt: string;
  configuration?: unknown;
  tags: Record<string, string>;
}

type Analyzers = Map<string, Analyzer>;
type Action = (analyzers: Analyzers, call: AwsCall, parameter: string) => object;

const PRINCIPAL = 'access-analyzer.amazonaws.com';
const TYPES = [
  'ACCOUNT',
  'ORGANIZATION',
  'ACCOUNT_UNUSED_ACCESS',
  'ORGANIZATION_UNUSED_ACCESS',
  'ACCOUNT_INTERNAL_ACCESS',
  'ORGANIZATION_INTERNAL_ACCESS',
];
const name = { isRequired: true, min: 1, max: 255, pattern: /[A-Za-z_][A-Za-z0-9_.-]*/ } as const;

const ROUTES: readonly (readonly [route: RegExp, action: Action])[] = [
  [/^PUT \/analyzer$/, createAnalyzer],
  [/^GET \/analyzer$/, listAnalyzers],
  [
    /^GET \/analyzer\/([^/]+)$/,
    (analyzers, _, parameter) => ({ analyzer: shown(named(analyzers, parameter)) }),
  ],
  [/^PUT \/analyzer\/([^/]+)$/, updateAnalyzer],
  [/^DELETE \/analyzer\/([^/]+)$/, deleteAnalyzer],
  [/^GET \/tags\/(.+)$/, (analyzers, _, arn) => ({ tags: withArn(analyzers, arn).tags })],
  [/^POST \/tags\/(.+)$/, tagResource],
  [/^DELETE \/tags\/(.+)$/, untagResource],
];

/**
 * Analyzers of IAM Access Analyzer, a service that moto lacks. They find nothing.
 *
 * Source: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAnalyzer.html
 */
export function accessAnalyzer(organization: Organization): LocalService {
  const state = new RegionalState<Analyzers>(() => new Map());
  return {
    name: 'access-analyzer',
    handles: (call) => call.service === 'access-analyzer' && routeOf(call) !== undefined,
    answer(call, moto) {
      const [action, parameter] = routeOf(call) ?? [];
      if (action === undefined) return Promise.reject(new Error(`no route for ${call.action}`));
      return Promise.resolve().then(() => {
        if (action === createAnalyzer) checkOrganization(call, moto, organization);
        return jsonAnswer(action(state.of(call), call, parameter ?? ''));
      });
    },
  };
}

function routeOf({ method, path }: AwsCall): readonly [Action, string] | undefined {
  const request = `${method} ${path.split('?', 1)[0]}`;
  for (const [route, action] of ROUTES) {
    const match = route.exec(request);
    if (match) return [action, decodeURIComponent(match[1] ?? '')];
  }
  return undefined;
}

function createAnalyzer(analyzers: Analyzers, call: AwsCall): object {
  const input = inputOf(call);
  checkInput(input, { analyzerName: name, type: { isRequired: true, values: TYPES } });
  const { analyzerName, type, tags, configuration } = input as {
    analyzerName: string;
    type: string;
    tags?: Record<string, string>;
    configuration?: unknown;
  };
  const arn = `arn:aws:access-analyzer:${call.region}:${call.account}:analyzer/${analyzerName}`;
  if (analyzers.has(analyzerName))
    throw new ServiceError({ code: 'ConflictException', status: 409, message: 'Analyzer already exists' });
  // "You can create one account-level analyzer per Region": one of each type is what the service allows.
  if ([...analyzers.values()].some((other) => other.type === type))
    throw new ServiceError({
      code: 'ServiceQuotaExceededException',
      status: 402,
      message: `You have reached the maximum number of analyzers of type ${type}`,
    });
  const createdAt = new Date().toISOString();
  analyzers.set(analyzerName, {
    arn,
    name: analyzerName,
    type,
    createdAt,
    configuration,
    tags: { ...tags },
  });
  return { arn };
}

/**
 * An analyzer of the organization is made by its management account or by who administers the service for it, once
 * the service is trusted.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-delegated-administrator.html
 */
function checkOrganization(call: AwsCall, moto: MotoClient, organization: Organization): void {
  if (!String(inputOf(call)['type']).startsWith('ORGANIZATION')) return;
  const message = organization.trusts(PRINCIPAL)
    ? 'Only the management account or a delegated administrator can create an organization analyzer'
    : 'Trusted access for IAM Access Analyzer is not enabled in the organization';
  const isDelegated = organization.delegatedSince.get(call.account)?.has(PRINCIPAL) === true;
  const mayMake = call.account === moto.managementAccountId || isDelegated;
  if (!mayMake || !organization.trusts(PRINCIPAL))
    throw new ServiceError({ code: 'ValidationException', message });
}

function listAnalyzers(analyzers: Analyzers, call: AwsCall): object {
  const type = queryOf(call).get('type');
  const all = [...analyzers.values()].filter((analyzer) => type === null || analyzer.type === type);
  return { analyzers: all.map(shown) };
}

function updateAnalyzer(analyzers: Analyzers, call: AwsCall, parameter: string): object {
  const analyzer = named(analyzers, parameter);
  analyzer.configuration = inputOf(call).configuration;
  return { configuration: analyzer.configuration };
}

function deleteAnalyzer(analyzers: Analyzers, _: AwsCall, parameter: string): object {
  analyzers.delete(named(analyzers, parameter).name);
  return {};
}

function tagResource(analyzers: Analyzers, call: AwsCall, arn: string): object {
  const input = inputOf(call);
  checkInput(input, { tags: { isRequired: true } });
  Object.assign(withArn(analyzers, arn).tags, input.tags);
  return {};
}

function untagResource(analyzers: Analyzers, call: AwsCall, arn: string): object {
  const { tags } = withArn(analyzers, arn);
  for (const key of queryOf(call).getAll('tagKeys')) delete tags[key];
  return {};
}

function shown(analyzer: Analyzer): object {
  return { ...analyzer, status: 'ACTIVE' };
}

function named(analyzers: Analyzers, analyzerName: string): Analyzer {
  checkInput({ analyzerName }, { analyzerName: name });
  const analyzer = analyzers.get(analyzerName);
  if (analyzer !== undefined) return analyzer;
  const message = `Analyzer not found: ${analyzerName}`;
  throw new ServiceError({ code: 'ResourceNotFoundException', status: 404, message });
}

function withArn(analyzers: Analyzers, arn: string): Analyzer {
  return named(analyzers, arn.split(':analyzer/')[1] ?? '');
}
