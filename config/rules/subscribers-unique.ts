import { organizationSubscribers, stageSubscribers, type SubscriberList } from '../email-addresses';
import { quote } from '../quote';
import type { Subject } from '../subject';
import type { Rule } from './rule';

/**
 * Nobody is told twice: an address subscribes to a topic once, and AWS refuses one that an alert of a budget has already.
 * AWS compares without case.
 */
export const subscribersUnique: Rule = ({ organization, stages }) => [
  ...(organization ? repeatedIn(organization, organizationSubscribers(organization.config)) : []),
  ...stages.flatMap((stage) => repeatedIn(stage, stageSubscribers(stage.config))),
];

function repeatedIn<T>(subject: Subject<T>, lists: readonly SubscriberList[]) {
  return lists.flatMap(({ path, addresses }) => {
    const folded = addresses.map((address) => address?.toLowerCase());
    return folded.flatMap((address, index) => {
      if (address === undefined || folded.indexOf(address) === index) return [];
      const text = `${quote(address)} is listed already, in which upper and lower case are the same; remove one of the two`;
      return [subject.problem(text, [...path, index])];
    });
  });
}
