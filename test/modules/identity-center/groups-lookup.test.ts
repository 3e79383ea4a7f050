import { GroupsLookup } from '../../../modules/identity-center/groups-lookup';
import { synthModule } from '../../support/synth';
import { addresses } from '../../support/terraform-json';

interface Lookup {
  lifecycle: { postcondition: { condition: string; error_message: string }[] };
}

const synthLookup = (...names: string[]) =>
  synthModule((stack, provider) => {
    const lookup = new GroupsLookup(stack, 'lookup', {
      provider,
      names,
      instanceRemedy: 'name its region',
      groupRemedy: 'add it there',
    });
    for (const name of names) lookup.groupId(name);
  });

const only = (blocks: object | undefined) => Object.values(blocks ?? {})[0] as Lookup;

describe('GroupsLookup', () => {
  it('says which group is missing and what to do, for each of them', () => {
    const { postcondition } = only(synthLookup('devs', 'ops').data?.['aws_identitystore_groups']).lifecycle;
    expect(postcondition).toEqual([
      {
        condition: '${contains([for group in self.groups : group.display_name], "devs")}',
        error_message: 'group devs is not in IAM Identity Center; add it there',
      },
      expect.objectContaining({ error_message: 'group ops is not in IAM Identity Center; add it there' }),
    ]);
  });

  it('says so when it looks in the wrong region', () => {
    const { postcondition } = only(synthLookup('devs').data?.['aws_ssoadmin_instances']).lifecycle;
    expect(postcondition[0]?.error_message).toBe(
      'there is no IAM Identity Center in this region; name its region',
    );
  });

  it('takes names with quotes for what they are', () => {
    const { postcondition } = only(synthLookup('the "A" team').data?.['aws_identitystore_groups']).lifecycle;
    expect(postcondition[0]?.condition).toContain('"the \\"A\\" team"');
  });

  it('has the same addresses whichever groups it looks up', () => {
    expect(addresses(synthLookup('devs'))).toEqual(addresses(synthLookup('ops', 'qa')));
  });

  it('fails for a group nobody asked for', () => {
    synthModule((stack, provider) => {
      const lookup = new GroupsLookup(stack, 'lookup', {
        provider,
        names: ['devs'],
        instanceRemedy: '',
        groupRemedy: '',
      });
      expect(() => lookup.groupId('ops')).toThrow('group ops was not looked up');
    });
  });
});
