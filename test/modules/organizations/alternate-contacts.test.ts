import { AlternateContacts } from '../../../modules/organizations/alternate-contacts';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('AlternateContacts', () => {
  it('sets what is given, and leaves the others as they are', () => {
    const json = synthModule((stack, provider) => {
      new AlternateContacts(stack, 'contacts', {
        provider,
        accountId: '111122223333',
        contacts: { billing: { name: 'A', title: 'B', email: 'c@example.com', phone: '112' } },
      });
    });
    expect(onlyResource(json, 'aws_account_alternate_contact')).toMatchObject({
      account_id: '111122223333',
      alternate_contact_type: 'BILLING',
      name: 'A',
      title: 'B',
      email_address: 'c@example.com',
      phone_number: '112',
    });
  });
});
