import { quote } from '../quote';
import type { Rule } from './rule';

/** Nobody is told twice: an address subscribes to a topic once, and AWS compares without case. */
export const monitoringSubscribersUnique: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const addresses = (stage.config.monitoring?.subscribers ?? []).map((address) => address?.toLowerCase());
    return addresses.flatMap((address, index) => {
      if (address === undefined || addresses.indexOf(address) === index) return [];
      const text = `${quote(address)} is listed already, in which upper and lower case are the same; remove one of the two`;
      return [stage.problem(text, ['monitoring', 'subscribers', index])];
    });
  });
