import { z } from 'zod';
import { SUBSCRIBERS } from '../limits/cloudwatch';
import { LOG_RETENTION_DAYS } from '../limits/cloudwatch-logs';
import { ORGANIZATIONS_LIMITS } from '../limits/organizations';
import { REGIONS } from '../limits/regions';
import { TAG_LIMITS } from '../limits/tags';
import { parseCidr } from '../network/cidr';
import { field } from './guidance';

/** Pattern of what begins code in Terraform: `${` and `%{`. */
export const TEMPLATE_BEGINS = String.raw`[$%]\{`;

/** Beginning of a pattern for text that ends up in Terraform: a file that is data must not be able to run code. */
export const NO_TEMPLATE = `(?!.*${TEMPLATE_BEGINS})`;

/** A twelve-digit AWS account id, as text. */
export const accountId = (description: string) =>
  field(z.string().regex(/^\d{12}$/), description, {
    expected: 'a 12-digit AWS account id in quotes',
    fix: "write it as '012345678901': without quotes YAML reads a number and drops leading zeros",
  });

/**
 * The root e-mail address of an account, by AWS's rules, which are tighter than the provider's: an account
 * made with an address outside them can be neither reached nor removed.
 *
 * Source: `Email` of CreateAccount
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html).
 */
export const rootEmail = (description: string) =>
  field(
    z
      .string()
      .min(ORGANIZATIONS_LIMITS.emailLength.min)
      .max(ORGANIZATIONS_LIMITS.emailLength.max)
      .regex(
        new RegExp(
          `^${NO_TEMPLATE}` +
            String.raw`(?!\.)[!#$*+\-./0-9=?A-Z^_\x60a-z{}~]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$`,
        ),
      ),
    description,
    {
      expected:
        `an e-mail address AWS takes for a root user: ${ORGANIZATIONS_LIMITS.emailLength.min} to ` +
        `${ORGANIZATIONS_LIMITS.emailLength.max} ASCII characters, one @, none of the characters ` +
        `" ' ( ) < > [ ] : ; , \\ | % & or space before it, no leading dot, no \${, and a domain with a dot`,
      fix: 'use an address of a mailbox your team reads, such as aws+data-sandbox@your-domain',
    },
  );

/**
 * An e-mail address that SNS can send to: ASCII, and no quoted text before the @. Lengths are those of SMTP
 * (RFC 5321, 4.5.3.1).
 */
export const emailAddress = (description: string) =>
  field(
    z
      .string()
      .max(254)
      .regex(
        new RegExp(
          `^${NO_TEMPLATE}` +
            String.raw`(?![.]|[^@]*\.\.|[^@]*\.@)[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$`,
        ),
      ),
    description,
    { expected: 'an e-mail address such as data-platform@your-domain, in ASCII and without ${' },
  );

/** E-mail addresses that subscribe to an SNS topic. */
export const topicSubscribers = (description: string, ofEach: string) =>
  field(
    z
      .array(emailAddress(`${ofEach} AWS asks it for confirmation before it sends.`))
      .max(SUBSCRIBERS)
      .default([]),
    description,
    {
      expected: `at most ${SUBSCRIBERS} e-mail addresses; for more people the address of a mailing list`,
    },
  );

/** An IPv4 range without bits behind the prefix. */
export const cidr = (description: string) =>
  field(
    z
      .string()
      .superRefine((value, context) => {
        try {
          parseCidr(value);
        } catch (error) {
          context.addIssue({ code: 'custom', message: (error as Error).message });
        }
      })
      // For editors only: a check in code does not reach the JSON Schema.
      .meta({ pattern: String.raw`^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$` }),
    description,
    { expected: 'an IPv4 range in CIDR form, such as 10.20.0.0/16' },
  );

/** An AWS region of the commercial partition. */
export const region = (description: string) =>
  field(z.enum(REGIONS), description, {
    expected: 'a region of the commercial AWS partition, such as eu-west-1',
    fix: 'GovCloud and China have organizations of their own and are not supported',
  });

/** How long CloudWatch keeps the events of a log group. */
export const logRetentionDays = (description: string) =>
  field(z.literal([...LOG_RETENTION_DAYS]), description, {
    expected: `a number of days CloudWatch Logs allows: ${LOG_RETENTION_DAYS.join(', ')}`,
  });

/** Settings under names of the user's choice, which become part of AWS's names. */
export const named = <T extends z.ZodType>(settings: T, description: string) =>
  field(z.record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), settings).default({}), description, {
    keys: 'a name of 1 to 31 lower-case letters, digits and hyphens, beginning with a letter',
  });

/** Tags by key. */
export const tags = (description: string) =>
  field(
    z.record(
      z
        .string()
        .min(1)
        .max(TAG_LIMITS.keyLength)
        .regex(/^(?![aA][wW][sS]:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u),
      z
        .string()
        .max(TAG_LIMITS.valueLength)
        .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u),
    ),
    description,
    {
      expected:
        `tags: keys of 1 to ${TAG_LIMITS.keyLength} characters not beginning with ${TAG_LIMITS.reservedPrefix}, ` +
        `values of at most ${TAG_LIMITS.valueLength}, both of letters, digits, spaces and _ . : / = + - @`,
      fix: 'put numbers and true/false in quotes',
    },
  );
