import { z } from 'zod';
import { emailAddress } from './fields';
import { field } from './guidance';

/** Who is told of unusual costs. */
export const costAnomaliesSchema = z.strictObject({
  subscribers: field(
    z.array(emailAddress('E-mail address that is told of unusual costs.')).default([]),
    'E-mail addresses that are told of unusual costs of any account, once a day. Nobody watches unless somebody is named.',
  ),
  thresholdUsd: field(
    z.number().min(1).max(1_000_000).default(100),
    'Dollars that unusual costs come to, from which on they are told.',
    { expected: 'an amount in dollars, 1 to 1000000' },
  ),
});
