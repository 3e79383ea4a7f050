import { Account, type AccountProps } from '../../../modules/organizations/account';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

const synthAccount = (props: Partial<AccountProps> = {}) =>
  synthModule((stack, provider) => {
    new Account(stack, 'account', {
      provider,
      name: 'data-sandbox',
      email: 'aws+data-sandbox@example.com',
      unitId: 'ou-1',
      roleName: 'OrganizationAccountAccessRole',
      tags: { Stage: 'sandbox' },
      ...props,
    });
  });

describe('Account', () => {
  it('is never closed or removed from the organization by Terraform', () => {
    expect(onlyResource(synthAccount(), 'aws_organizations_account')).toMatchObject({
      close_on_deletion: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it('is not replaced for what AWS does not tell back', () => {
    expect(onlyResource(synthAccount(), 'aws_organizations_account')['lifecycle']).toMatchObject({
      ignore_changes: ['role_name', 'iam_user_access_to_billing'],
    });
  });

  it('is created when no id is given', () => {
    expect(synthAccount().import).toBeUndefined();
  });

  it('is adopted when an id is given', () => {
    expect(synthAccount({ accountId: '111122223333' }).import).toEqual([
      {
        id: '111122223333',
        provider: 'aws.stage',
        to: expect.stringMatching(/^aws_organizations_account\.account/) as unknown,
      },
    ]);
  });
});
