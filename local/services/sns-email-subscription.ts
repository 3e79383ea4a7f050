import { type AwsCall, formOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import type { AwsAnswer, LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';

const ACTIONS = new Set([
  'Subscribe',
  'Unsubscribe',
  'GetSubscriptionAttributes',
  'ListSubscriptions',
  'ListSubscriptionsByTopic',
]);

/** What AWS says in place of an ARN to somebody who does not ask for it. */
const PENDING = { subscribed: 'pending confirmation', listed: 'PendingConfirmation' } as const;

/**
 * Subscriptions by e-mail that nobody has confirmed, which is all that a local cloud can have: no mail leaves
 * it. moto takes each for confirmed. Pending, they have no ARN in lists, and cannot be ended.
 *
 * Sources: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html,
 * https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html,
 * https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html
 */
export function snsEmailSubscription(): LocalService {
  const pending = new Set<string>();
  return {
    name: 'sns-email-subscription',
    handles: (call) => call.service === 'sns' && call.protocol === 'query' && ACTIONS.has(call.action),
    async answer(call, moto) {
      const input = formOf(call) ?? new URLSearchParams();
      switch (call.action) {
        case 'Subscribe':
          return subscribe(call, moto, input, pending);
        case 'Unsubscribe':
          if (pending.has(input.get('SubscriptionArn') ?? '')) throw stillPending();
          return moto.forward(call);
        default:
          return withPending(await moto.forward(call), pending);
      }
    },
  };
}

async function subscribe(
  call: AwsCall,
  moto: MotoClient,
  input: URLSearchParams,
  pending: Set<string>,
): Promise<AwsAnswer> {
  const protocol = input.get('Protocol') ?? '';
  const isEmail = protocol === 'email' || protocol === 'email-json';
  if (isEmail && !/^[^@\s]+@[^@\s]+$/.test(input.get('Endpoint') ?? ''))
    throw new ServiceError({ code: 'InvalidParameter', message: 'Invalid parameter: Email address' });
  const answer = await moto.forward(call);
  const arn = /<SubscriptionArn>([^<]+)<\/SubscriptionArn>/.exec(answer.body.toString())?.[1];
  if (!isEmail || answer.status !== 200 || arn === undefined) return answer;
  pending.add(arn);
  return input.get('ReturnSubscriptionArn') === 'true' ? answer : replaced(answer, arn, PENDING.subscribed);
}

/** The same answer, with what it says of pending subscriptions put right. */
function withPending(answer: AwsAnswer, pending: ReadonlySet<string>): AwsAnswer {
  const text = answer.body.toString();
  const attributes = /<key>SubscriptionArn<\/key><value>([^<]+)<\/value>/.exec(text.replace(/>\s+</g, '><'));
  if (attributes?.[1] !== undefined) return pending.has(attributes[1]) ? unconfirmed(answer) : answer;
  return [...pending].reduce((before, arn) => replaced(before, arn, PENDING.listed), answer);
}

function unconfirmed(answer: AwsAnswer): AwsAnswer {
  const attribute = (name: string) => new RegExp(`(<key>${name}</key>\\s*<value>)[^<]*`, 'i');
  const text = answer.body
    .toString()
    .replace(attribute('PendingConfirmation'), '$1true')
    .replace(attribute('ConfirmationWasAuthenticated'), '$1false');
  return withBody(answer, text);
}

function replaced(answer: AwsAnswer, arn: string, text: string): AwsAnswer {
  const element = (content: string) => `<SubscriptionArn>${content}</SubscriptionArn>`;
  return withBody(answer, answer.body.toString().replaceAll(element(arn), element(text)));
}

function withBody(answer: AwsAnswer, text: string): AwsAnswer {
  return { ...answer, body: Buffer.from(text) };
}

function stillPending(): ServiceError {
  return new ServiceError({
    code: 'InvalidParameter',
    message:
      'Invalid parameter: SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation',
  });
}
