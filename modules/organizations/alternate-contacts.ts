import { AccountAlternateContact } from '@cdktf/provider-aws/lib/account-alternate-contact';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface AlternateContact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export interface AlternateContactsProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** A member account: AWS refuses the management account's own id. */
  readonly accountId: string;
  /** Contacts by what they are about; what has none is left as it is in AWS. */
  readonly contacts: Readonly<Partial<Record<'security' | 'billing' | 'operations', AlternateContact>>>;
}

/**
 * Whom AWS reaches besides the root user of a member account. The organization must trust
 * `account.amazonaws.com`.
 *
 * Source: PutAlternateContact
 * (https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html).
 */
export class AlternateContacts extends Construct {
  constructor(scope: Construct, id: string, props: AlternateContactsProps) {
    super(scope, id);
    for (const [about, contact] of Object.entries(props.contacts)) {
      new AccountAlternateContact(this, about, {
        provider: props.provider,
        accountId: props.accountId,
        alternateContactType: about.toUpperCase(),
        name: contact.name,
        title: contact.title,
        emailAddress: contact.email,
        phoneNumber: contact.phone,
      });
    }
  }
}
