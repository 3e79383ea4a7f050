import {
  ACCOUNT,
  BUDGET,
  type Budget,
  type Budgets,
  MAX_NOTIFICATIONS,
  NAMED,
  NOTIFICATION,
  type NotificationWithSubscribers,
  SUBSCRIBERS,
  budgetNotFound,
  checkBudgetInput,
  checkSubscribers,
  duplicate,
  invalidParameter,
} from '../budgets';
import type { AwsCall } from '../aws-call';
import { type JsonInput, jsonService, now } from '../json-service';
import { pageOf } from '../page';

/** When a budget ends that is told no end: 2087-06-15. */
const NEVER = 3_706_473_600;

/** What counts as a cost when a budget does not say. */
const COST_TYPES = {
  IncludeCredit: true,
  IncludeDiscount: true,
  IncludeOtherSubscription: true,
  IncludeRecurring: true,
  IncludeRefund: true,
  IncludeSubscription: true,
  IncludeSupport: true,
  IncludeTax: true,
  IncludeUpfront: true,
  UseAmortized: false,
  UseBlended: false,
};

const resource = { ResourceARN: { isRequired: true, min: 1, max: 1011 } } as const;

/**
 * Budgets with their tags. moto cannot change one and lists no tags. Nothing is ever spent here.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html
 */
export function budget(budgets: Budgets) {
  return jsonService({
    name: 'budget',
    service: 'budgets',
    actions: {
      CreateBudget(input, call) {
        const notifications = {
          max: MAX_NOTIFICATIONS,
          items: { fields: { Notification: NOTIFICATION, Subscribers: SUBSCRIBERS } },
        };
        checkBudgetInput(
          input,
          { ...ACCOUNT, Budget: BUDGET, NotificationsWithSubscribers: notifications },
          call,
        );
        const fields = completed(input.Budget as Budget['fields']);
        const all = budgets.of(call);
        if (all.has(fields.BudgetName))
          throw duplicate(`Error creating budget: ${fields.BudgetName} - the budget already exists.`);
        const told = (input.NotificationsWithSubscribers ?? []) as NotificationWithSubscribers[];
        for (const { Subscribers } of told) checkSubscribers(Subscribers);
        const tags = new Map(tagsOf(input));
        all.set(fields.BudgetName, { fields, notifications: told.map((one) => ({ ...one })), tags });
        return {};
      },
      DescribeBudget(input, call) {
        checkBudgetInput(input, NAMED, call);
        return { Budget: budgets.named(input, call).fields };
      },
      DescribeBudgets(input, call) {
        checkBudgetInput(input, { ...ACCOUNT, MaxResults: { min: 1, max: 1000 } }, call);
        const { items, NextToken } = pageOf([...budgets.of(call).values()], input);
        return { Budgets: items.map(({ fields }) => fields), NextToken };
      },
      UpdateBudget(input, call) {
        checkBudgetInput(input, { ...ACCOUNT, NewBudget: BUDGET }, call);
        const changed = input.NewBudget as Budget['fields'];
        const known = budgets.named(changed, call);
        // A budget keeps its period until it is given another.
        known.fields = completed({ ...changed, TimePeriod: changed.TimePeriod ?? known.fields.TimePeriod });
        return {};
      },
      DeleteBudget(input, call) {
        checkBudgetInput(input, NAMED, call);
        budgets.of(call).delete(budgets.named(input, call).fields.BudgetName);
        return {};
      },
      ListTagsForResource(input, call) {
        checkBudgetInput(input, resource, call);
        const { tags } = withArn(budgets, input, call);
        return { ResourceTags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
      },
      TagResource(input, call) {
        checkBudgetInput(input, { ...resource, ResourceTags: { isRequired: true, max: 200 } }, call);
        for (const [key, value] of tagsOf(input)) withArn(budgets, input, call).tags.set(key, value);
        return {};
      },
      UntagResource(input, call) {
        checkBudgetInput(input, { ...resource, ResourceTagKeys: { isRequired: true, max: 200 } }, call);
        for (const key of input.ResourceTagKeys as string[]) withArn(budgets, input, call).tags.delete(key);
        return {};
      },
    },
  });
}

/** A budget with what AWS adds to it. */
function completed(given: Budget['fields']): Budget['fields'] {
  const {
    BudgetLimit: limit,
    PlannedBudgetLimits: planned,
    AutoAdjustData: adjusted,
    BudgetType: type,
  } = given;
  if (limit === undefined && planned === undefined && adjusted === undefined)
    throw invalidParameter(
      'Unable to create/update budget - please provide one of the followings: Budget Limit/ Planned Budget Limit/ Auto Adjust Data',
    );
  const nothing = { Amount: '0.0', Unit: (limit as { Unit: string } | undefined)?.Unit ?? 'USD' };
  const today = new Date();
  const monthStart = Date.UTC(today.getUTCFullYear(), today.getUTCMonth()) / 1000;
  return {
    CostFilters: {},
    ...(type === 'COST' && { CostTypes: COST_TYPES }),
    ...given,
    ...(limit !== undefined && { BudgetLimit: withDecimals(limit as { Amount: string }) }),
    TimePeriod: { Start: monthStart, End: NEVER, ...(given.TimePeriod as object | undefined) },
    CalculatedSpend: { ActualSpend: nothing, ForecastedSpend: nothing },
    LastUpdatedTime: now(),
  };
}

/** AWS gives amounts back as decimals: 1000 as 1000.0. */
function withDecimals<Spend extends { readonly Amount: string }>(spend: Spend): Spend {
  return spend.Amount.includes('.') ? spend : { ...spend, Amount: `${spend.Amount}.0` };
}

function withArn(budgets: Budgets, { ResourceARN }: JsonInput, call: AwsCall): Budget {
  const name = /^arn:aws:budgets::(\d{12}):budget\/(.+)$/.exec(String(ResourceARN));
  const found = name?.[1] === call.account ? budgets.of(call).get(name[2] ?? '') : undefined;
  if (found === undefined) throw budgetNotFound(`Resource ${String(ResourceARN)} not found`);
  return found;
}

function tagsOf({ ResourceTags }: JsonInput): [string, string][] {
  const given = (ResourceTags ?? []) as { Key: string; Value: string }[];
  return given.map(({ Key, Value }) => [Key, Value]);
}
