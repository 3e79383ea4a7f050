import { AccountLookup } from '../../../modules/organizations/account-lookup';
import { OrganizationalUnitLookup } from '../../../modules/organizations/organizational-unit-lookup';
import { synthModule } from '../../support/synth';
import { addresses } from '../../support/terraform-json';

interface Lookup {
  lifecycle: { postcondition: [{ condition: string; error_message: string }] };
}

describe('AccountLookup', () => {
  const json = synthModule((stack, provider) => {
    new AccountLookup(stack, 'lookup', {
      provider,
      email: 'AWS+Sandbox@example.com',
      remedy: 'npx cdktf deploy sandbox-account',
    });
  });
  const [lookup] = Object.values(json.data?.['aws_organizations_organization'] ?? {}) as unknown as Lookup[];

  it('says what to run when the account is not there', () => {
    expect(lookup?.lifecycle.postcondition[0].error_message).toBe(
      'no active account with root e-mail AWS+Sandbox@example.com is in this organization; create it with: npx cdktf deploy sandbox-account',
    );
  });

  it('compares addresses without regard to case', () => {
    expect(lookup?.lifecycle.postcondition[0].condition).toContain(
      'lower(account.email) == "aws+sandbox@example.com"',
    );
  });

  it('passes over accounts that are being closed, and finds those whose status AWS does not tell', () => {
    expect(lookup?.lifecycle.postcondition[0].condition).toContain(
      '!contains(["SUSPENDED", "PENDING_CLOSURE"], coalesce(account.status, "ACTIVE"))',
    );
  });
});

describe('OrganizationalUnitLookup', () => {
  const synthLookup = (path: string) =>
    synthModule((stack, provider) => {
      new OrganizationalUnitLookup(stack, 'lookup', {
        provider,
        rootId: 'r-1',
        path,
        remedy: 'npx cdktf deploy organization',
      });
    });

  it('names the missing unit by its whole path and says what to run', () => {
    const lookups = Object.values(
      synthLookup('a/b').data?.['aws_organizations_organizational_units'] ?? {},
    ) as unknown as Lookup[];
    expect(lookups.map((lookup) => lookup.lifecycle.postcondition[0].error_message)).toEqual([
      'organizational unit a is not in this organization; make it with: npx cdktf deploy organization',
      'organizational unit a/b is not in this organization; make it with: npx cdktf deploy organization',
    ]);
  });

  it('has the same addresses for every unit of a depth, so that a moved account plans no lookups anew', () => {
    expect(addresses(synthLookup('a/b'))).toEqual(addresses(synthLookup('c/d')));
  });
});
