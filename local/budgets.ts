import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import { type Shape, type Shapes, checkInput } from './input-shape';
import type { JsonInput } from './json-service';
import { RegionalState } from './regional-state';

/** `Notification` of the model of AWS Budgets. */
export interface Notification {
  readonly NotificationType: string;
  readonly ComparisonOperator: string;
  readonly Threshold: number;
  readonly ThresholdType?: string;
}

export interface Subscriber {
  readonly SubscriptionType: string;
  readonly Address: string;
}

export interface NotificationWithSubscribers {
  Notification: Notification;
  Subscribers: readonly Subscriber[];
}

export interface Budget {
  fields: JsonInput & { readonly BudgetName: string };
  notifications: readonly NotificationWithSubscribers[];
  readonly tags: Map<string, string>;
}

const name: Shape = { isRequired: true, min: 1, max: 100, pattern: /(?![^:\\]*\/action\/)[^:\\]+/ };
const account: Shape = { isRequired: true, min: 12, max: 12, pattern: /\d{12}/ };
const amount: Shape = {
  fields: {
    Amount: { isRequired: true, min: 1, pattern: /(?:[0-9]*\.)?[0-9]+/ },
    Unit: { isRequired: true, min: 1 },
  },
};

/** `Budget` of the model. */
export const BUDGET: Shape = {
  isRequired: true,
  fields: {
    BudgetName: name,
    BudgetLimit: amount,
    TimeUnit: { isRequired: true, values: ['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY', 'CUSTOM'] },
    BudgetType: {
      isRequired: true,
      values: [
        'USAGE',
        'COST',
        'RI_UTILIZATION',
        'RI_COVERAGE',
        'SAVINGS_PLANS_UTILIZATION',
        'SAVINGS_PLANS_COVERAGE',
      ],
    },
  },
};
export const NOTIFICATION: Shape = {
  isRequired: true,
  fields: {
    NotificationType: { isRequired: true, values: ['ACTUAL', 'FORECASTED'] },
    ComparisonOperator: { isRequired: true, values: ['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'] },
    Threshold: { isRequired: true, min: 0, max: 15_000_000_000_000 },
    ThresholdType: { values: ['PERCENTAGE', 'ABSOLUTE_VALUE'] },
  },
};
export const SUBSCRIBER: Shape = {
  isRequired: true,
  fields: {
    SubscriptionType: { isRequired: true, values: ['SNS', 'EMAIL'] },
    Address: { isRequired: true, min: 1 },
  },
};
/** Subscribers of one notification: one SNS topic and ten addresses. */
export const SUBSCRIBERS: Shape = { isRequired: true, min: 1, max: 11, items: SUBSCRIBER };
export const ACCOUNT: Shapes = { AccountId: account };
export const NAMED: Shapes = { ...ACCOUNT, BudgetName: name };

/** Notifications of one budget (https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html). */
export const MAX_NOTIFICATIONS = 10;

/** The budgets of each account, by name. */
export class Budgets {
  private readonly state = new RegionalState(() => new Map<string, Budget>());

  /** Budgets belong to no region. */
  of({ account: id }: Pick<AwsCall, 'account'>): Map<string, Budget> {
    return this.state.of({ account: id, region: 'aws-global' });
  }

  /** The budget that a call names. */
  named(input: JsonInput, call: AwsCall): Budget {
    const found = this.of(call).get(input.BudgetName as string);
    if (found !== undefined) return found;
    throw budgetNotFound(`Unable to get budget: ${String(input.BudgetName)} - the budget doesn't exist.`);
  }
}

/** Refuses input that does not fit, and budgets of another account than the caller's. */
export function checkBudgetInput(input: JsonInput, fields: Shapes, call: AwsCall): void {
  checkInput(input, fields, { code: 'InvalidParameterException' });
  if ('AccountId' in fields && input.AccountId !== call.account)
    throw new ServiceError({
      code: 'AccessDeniedException',
      message: `Account ${call.account} is not authorized to use budgets of account ${String(input.AccountId)}`,
    });
}

export function budgetNotFound(message: string): ServiceError {
  return new ServiceError({ code: 'NotFoundException', message });
}

export function invalidParameter(message: string): ServiceError {
  return new ServiceError({ code: 'InvalidParameterException', message });
}

export function duplicate(message: string): ServiceError {
  return new ServiceError({ code: 'DuplicateRecordException', message });
}

/** Which notification is meant: its state is no part of what it is. */
export function keyOf({
  NotificationType,
  ComparisonOperator,
  Threshold,
  ThresholdType,
}: Notification): string {
  return [NotificationType, ComparisonOperator, Threshold, ThresholdType ?? 'PERCENTAGE'].join(' ');
}

/** Refuses more subscribers of a kind than a notification can have, and addresses that are none. */
export function checkSubscribers(subscribers: readonly Subscriber[]): void {
  const addresses = (type: string) =>
    subscribers.filter(({ SubscriptionType }) => SubscriptionType === type).map(({ Address }) => Address);
  if (addresses('SNS').length > 1 || addresses('EMAIL').length > 10)
    throw limitExceeded('A notification can have one SNS topic and ten e-mail addresses as subscribers');
  const wrong = [
    ...addresses('EMAIL').filter((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)),
    ...addresses('SNS').filter((address) => !/^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/.test(address)),
  ];
  if (wrong.length > 0) throw invalidParameter(`Invalid subscriber address: ${wrong.join(', ')}`);
}

export function limitExceeded(message: string): ServiceError {
  return new ServiceError({ code: 'CreationLimitExceededException', message });
}
