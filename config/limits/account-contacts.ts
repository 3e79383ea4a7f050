/**
 * What AWS Account Management takes of an alternate contact, as data.
 *
 * Source: PutAlternateContact
 * (https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html).
 */
export const CONTACT_LIMITS = {
  nameLength: 64,
  titleLength: 50,
  emailLength: 254,
  phoneLength: 25,
} as const;

/** Service whose trusted access the management account needs to set contacts of other accounts. */
export const ACCOUNT_MANAGEMENT = 'account.amazonaws.com';
