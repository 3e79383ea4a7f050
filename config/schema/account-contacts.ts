import { z } from 'zod';
import { CONTACT_LIMITS } from '../limits/account-contacts';
import { NO_TEMPLATE } from './fields';
import { field } from './guidance';

/** One line of printable text without space at either end. */
const line = (description: string, max: number) =>
  field(
    z
      .string()
      .max(max)
      .regex(new RegExp(String.raw`^${NO_TEMPLATE}(?!\s)\P{C}+(?<!\s)$`, 'u')),
    description,
    { expected: `1 to ${max} printable characters without \${ and without space at either end` },
  );

const contact = z.strictObject({
  name: line('Who it is: a person, or better a team.', CONTACT_LIMITS.nameLength),
  title: line('What they are, such as Head of Security.', CONTACT_LIMITS.titleLength),
  email: field(
    z
      .string()
      .max(CONTACT_LIMITS.emailLength)
      // The pattern of `EmailAddress`, without the space that it lets stand around the address.
      .regex(new RegExp(String.raw`^${NO_TEMPLATE}[\w+=.#|!&-]+@[\w.-]+\.\w+$`)),
    'E-mail address that AWS writes to; a mailbox of a team outlasts people.',
    {
      expected: `an e-mail address of at most ${CONTACT_LIMITS.emailLength} characters as AWS takes it for a contact: letters, digits and _ + = . # | ! & - before the @`,
    },
  ),
  phone: field(
    z
      .string()
      .max(CONTACT_LIMITS.phoneLength)
      .regex(/^(?=.*\d)[0-9()+ -]+$/),
    'Telephone number, in quotes, with the country code.',
    {
      expected: `a telephone number in quotes: 1 to ${CONTACT_LIMITS.phoneLength} digits, spaces and ( ) + -`,
      fix: "write it as '+353 1 555 0100'",
    },
  ),
});

/** Whom AWS reaches besides the root user, by what it is about. */
export const accountContactsSchema = z.strictObject({
  security: contact.optional().describe('Security: abuse reports and suspicious activity.'),
  billing: contact.optional().describe('Billing: invoices and payments.'),
  operations: contact.optional().describe('Operations: outages and planned maintenance.'),
});

/** Alternate contacts of an account, as far as they are given. */
export type AccountContacts = z.output<typeof accountContactsSchema>;
