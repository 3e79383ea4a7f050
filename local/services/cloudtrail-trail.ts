import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { type Shape, checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService, withAction } from '../json-service';
import type { MotoClient } from '../moto-client';
import type { Organization } from '../organization';

interface Selectors {
  events?: readonly object[];
  advanced?: readonly object[];
  insights: readonly object[];
}

interface Trail {
  readonly Name: string;
  readonly TrailARN: string;
  readonly [field: string]: unknown;
}

const MAX_SELECTORS = 5;
const selector: Shape = {
  items: { fields: { ReadWriteType: { values: ['ReadOnly', 'WriteOnly', 'All'] } } },
};
const advancedSelector: Shape = { items: { fields: { FieldSelectors: { isRequired: true, min: 1 } } } };

/**
 * What a trail selects when nobody says otherwise.
 *
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
 */
const DEFAULT_EVENTS = [
  {
    ReadWriteType: 'All',
    IncludeManagementEvents: true,
    DataResources: [],
    ExcludeManagementEventSources: [],
  },
];

/**
 * Trails named by their ARN, which moto fails on, with selectors, which it piles up and does not tell of, and the
 * organization's consent. Nothing is ever recorded here.
 *
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
 */
export function cloudTrailTrail(organization: Organization) {
  /** By the trail's ARN. */
  const selectors = new Map<string, Selectors>();
  const told = (trail: Trail): Trail => {
    const { events, advanced, insights } = selectors.get(trail.TrailARN) ?? { insights: [] };
    return {
      ...trail,
      HasCustomEventSelectors: events !== undefined || advanced !== undefined,
      HasInsightSelectors: insights.length > 0,
    };
  };
  const selectorsOf = (arn: string): Selectors => {
    const known = selectors.get(arn) ?? { insights: [] };
    selectors.set(arn, known);
    return known;
  };
  return jsonService({
    name: 'cloudtrail-trail',
    service: 'cloudtrail',
    actions: {
      async CreateTrail(input, call, moto) {
        checkInput(
          input,
          { Name: { isRequired: true }, S3BucketName: { isRequired: true } },
          { code: 'InvalidParameterCombinationException' },
        );
        checkOrganization(input, call, moto, organization);
        const trail = await trailOf(input.Name as string, call, moto).catch(() => undefined);
        if (trail !== undefined)
          throw refused(
            'TrailAlreadyExistsException',
            `Trail ${trail.Name} already exists for customer: ${call.account}`,
          );
        return askMoto(call, moto, { ...input, TagsList: input.TagsList ?? [] });
      },
      async UpdateTrail(input, call, moto) {
        checkOrganization(input, call, moto, organization);
        await named(input, call, moto);
        return askMoto(call, moto);
      },
      async GetTrail(_, call, moto) {
        const { Trail: trail } = await askMoto<{ Trail: Trail }>(call, moto);
        return { Trail: told(trail) };
      },
      async DescribeTrails(input, call, moto) {
        const { trailList } = await askMoto<{ trailList: Trail[] }>(call, moto);
        // moto tells of every trail, whichever are asked for.
        const wanted = (input.trailNameList ?? []) as string[];
        const isWanted = ({ Name, TrailARN }: Trail) =>
          wanted.length === 0 || wanted.includes(Name) || wanted.includes(TrailARN);
        return { trailList: trailList.filter(isWanted).map(told) };
      },
      async StartLogging(input, call, moto) {
        const { Name } = await named(input, call, moto);
        return askMoto(call, moto, { Name });
      },
      async StopLogging(input, call, moto) {
        const { Name } = await named(input, call, moto);
        return askMoto(call, moto, { Name });
      },
      async DeleteTrail(input, call, moto) {
        const { Name, TrailARN } = await named(input, call, moto);
        selectors.delete(TrailARN);
        return askMoto(call, moto, { Name });
      },
      async PutEventSelectors(input, call, moto) {
        const code = 'InvalidEventSelectorsException';
        checkInput(input, { EventSelectors: selector, AdvancedEventSelectors: advancedSelector }, { code });
        const { TrailARN } = await named(input, call, moto);
        const { EventSelectors: events, AdvancedEventSelectors: advanced } = input as Record<
          string,
          object[]
        >;
        if ((events === undefined) === (advanced === undefined))
          throw refused(code, 'Either event selectors or advanced event selectors must be given');
        if ((events?.length ?? 0) > MAX_SELECTORS)
          throw refused(code, `A trail can have ${MAX_SELECTORS} event selectors`);
        Object.assign(selectorsOf(TrailARN), { events, advanced });
        return { TrailARN, EventSelectors: events, AdvancedEventSelectors: advanced };
      },
      async GetEventSelectors(input, call, moto) {
        const { TrailARN } = await named(input, call, moto);
        const { events, advanced } = selectorsOf(TrailARN);
        return advanced === undefined
          ? { TrailARN, EventSelectors: events ?? DEFAULT_EVENTS }
          : { TrailARN, AdvancedEventSelectors: advanced };
      },
      async PutInsightSelectors(input, call, moto) {
        const code = 'InvalidInsightSelectorsException';
        const InsightType: Shape = { values: ['ApiCallRateInsight', 'ApiErrorRateInsight'] };
        checkInput(
          input,
          { InsightSelectors: { isRequired: true, items: { fields: { InsightType } } } },
          { code },
        );
        const { TrailARN } = await named(input, call, moto);
        selectorsOf(TrailARN).insights = input.InsightSelectors as object[];
        return { TrailARN, InsightSelectors: input.InsightSelectors };
      },
      async GetInsightSelectors(input, call, moto) {
        const { Name, TrailARN } = await named(input, call, moto);
        const { insights } = selectorsOf(TrailARN);
        if (insights.length === 0)
          throw refused('InsightNotEnabledException', `Insights is not enabled on trail ${Name}`);
        return { TrailARN, InsightSelectors: insights };
      },
    },
  });
}

/** The trail that a call names, by name or ARN. */
function named(input: JsonInput, call: AwsCall, moto: MotoClient): Promise<Trail> {
  const { Name, TrailName = '' } = input as { Name?: string; TrailName?: string };
  return trailOf(Name ?? TrailName, call, moto);
}

async function trailOf(nameOrArn: string, call: AwsCall, moto: MotoClient): Promise<Trail> {
  const found = await askMoto<{ Trail: Trail }>(withAction(call, 'GetTrail'), moto, { Name: nameOrArn });
  return found.Trail;
}

/** "The organization's management account" makes trails for all, once CloudTrail is trusted. */
function checkOrganization(
  { IsOrganizationTrail }: JsonInput,
  call: AwsCall,
  moto: MotoClient,
  organization: Organization,
): void {
  if (IsOrganizationTrail !== true) return;
  if (call.account !== moto.managementAccountId)
    throw refused(
      'NotOrganizationMasterAccountException',
      'An organization trail can be managed by the management account or a delegated administrator alone.',
    );
  if (!organization.trusts('cloudtrail.amazonaws.com'))
    throw refused(
      'CloudTrailAccessNotEnabledException',
      'Trusted access between AWS CloudTrail and AWS Organizations is not enabled.',
    );
}

function refused(code: string, message: string): ServiceError {
  return new ServiceError({ code, message });
}
