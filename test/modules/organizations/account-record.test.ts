import { AccountRecord } from '../../../modules/organizations/account-record';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('AccountRecord', () => {
  let conditions: AccountRecord['conditions'] = [];
  const json = synthModule((stack, provider) => {
    const record = new AccountRecord(stack, 'record', {
      provider,
      path: '/records/sandbox',
      owner: 'stage sandbox',
      name: 'data-sandbox',
      email: 'new@example.com',
      lifecycle: 'active',
      emailRemedy: 'see the runbook',
    });
    record.keep('111122223333');
    conditions = record.conditions;
  });

  it('reads nothing but its own record', () => {
    const [recorded] = Object.values(json.data?.['aws_ssm_parameters_by_path'] ?? {});
    expect(recorded).toMatchObject({ path: '/records/sandbox' });
    expect(recorded).not.toHaveProperty('recursive');
  });

  it('asks the organization only when the record has another address', () => {
    const [organization] = Object.values(json.data?.['aws_organizations_organization'] ?? {});
    expect(organization?.['count']).toMatch(
      /^\$\{try\(.*\.email, "new@example\.com"\) == "new@example\.com" \? 0 : 1\}$/,
    );
  });

  it('says where the address is changed', () => {
    expect(conditions.map(({ errorMessage }) => errorMessage)).toEqual([
      expect.stringMatching(
        /^the account of stage sandbox has the root e-mail .*, and the configuration says new@example\.com: another address would be another account; see the runbook$/,
      ),
    ]);
  });

  it('writes down whose account it is', () => {
    const parameter = onlyResource(json, 'aws_ssm_parameter');
    expect(parameter['name']).toBe('/records/sandbox/account');
    expect(JSON.parse(String(parameter['insecure_value']))).toEqual({
      owner: 'stage sandbox',
      accountId: '111122223333',
      name: 'data-sandbox',
      email: 'new@example.com',
      lifecycle: 'active',
    });
  });
});
