import { AccountRecord } from '../../../modules/organizations/account-record';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('AccountRecord', () => {
  const synthRecord = (accountId?: string) => {
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
        file: 'environments/sandbox.yaml',
        accountId,
      });
      record.keep('111122223333');
      conditions = record.conditions;
    });
    const [organization] = Object.values(json.data?.['aws_organizations_organization'] ?? {});
    return { json, conditions, organization };
  };
  const { json, conditions, organization } = synthRecord();
  const adopting = synthRecord('111122223333');

  it('reads nothing but its own record', () => {
    const [recorded] = Object.values(json.data?.['aws_ssm_parameters_by_path'] ?? {});
    expect(recorded).toMatchObject({ path: '/records/sandbox' });
    expect(recorded).not.toHaveProperty('recursive');
  });

  it('asks the organization only when the record has another address', () => {
    expect(organization?.['count']).toMatch(
      /^\$\{try\(.*\.email, "new@example\.com"\) == "new@example\.com" \? 0 : 1\}$/,
    );
    expect(organization).not.toHaveProperty('lifecycle');
  });

  it('asks the organization too when an account without a record is adopted', () => {
    expect(adopting.organization?.['count']).toMatch(
      /^\$\{try\(.*\.email, null\) == "new@example\.com" \? 0 : 1\}$/,
    );
  });

  it('says what AWS has when an account without a record is adopted by what is not its own', () => {
    const { postcondition } = adopting.organization?.['lifecycle'] as {
      postcondition: { condition: string; error_message: string }[];
    };
    for (const { condition } of postcondition) expect(condition).toMatch(/^\$\{\S+ != null \|\| /);
    expect(postcondition.map(({ error_message }) => error_message)).toEqual([
      'account 111122223333 is not in this organization; correct account.id in environments/sandbox.yaml, or invite the account first',
      expect.stringMatching(
        /^account 111122223333 has the root e-mail .*, and account\.email in environments\/sandbox\.yaml says new@example\.com: to adopt it, write the address there exactly as AWS has it, or correct account\.id$/,
      ),
    ]);
  });

  it('refuses the id of another account than the one it looks after', () => {
    expect(adopting.conditions.at(-1)).toEqual({
      condition: expect.stringMatching(
        /^\$\{try\(\S+\.accountId, "111122223333"\) == "111122223333"\}$/,
      ) as unknown,
      errorMessage: expect.stringMatching(
        /^the account of stage sandbox is .*, and account\.id in environments\/sandbox\.yaml says 111122223333; correct the id, or remove the line$/,
      ) as unknown,
    });
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
