import { quote } from '../quote';
import type { Rule } from './rule';

/** Nobody is told twice: AWS refuses an address that an alert of the budget has already. */
export const budgetSubscribersUnique: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const listed = stage.config.account?.budget?.subscribers ?? [];
    const addresses = listed.map((address) => address?.toLowerCase());
    return addresses.flatMap((address, index) => {
      if (address === undefined || addresses.indexOf(address) === index) return [];
      const text = `${quote(address)} is listed already, in which upper and lower case are the same; remove one of the two`;
      return [stage.problem(text, ['account', 'budget', 'subscribers', index])];
    });
  });
