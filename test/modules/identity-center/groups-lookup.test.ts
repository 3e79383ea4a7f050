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
      groups: Object.fromEntries(names.map((name) => [name, 'environments/a.yaml'])),
      instanceRemedy: 'name its region',
      groupRemedy: 'add them there',
    });
    for (const name of names) lookup.groupId(name);
  });

const only = (blocks: object | undefined) => Object.values(blocks ?? {})[0] as Lookup;

describe('GroupsLookup', () => {
  it('says in one sentence which groups are missing, which file names each, and what to do', () => {
    const { postcondition } = only(synthLookup('devs', 'ops').data?.['aws_identitystore_groups']).lifecycle;
    const file = 'environments/a.yaml';
    const missing =
      `[for name, file in {"devs":"${file}","ops":"${file}"} : format("group %s (%s)", name, file) ` +
      'if !contains([for group in self.groups : group.display_name], name)]';
    expect(postcondition).toEqual([
      {
        condition: `\${length(${missing}) == 0}`,
        error_message: `not in IAM Identity Center: \${join(", ", ${missing})}; add them there`,
      },
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
        groups: { devs: 'environments/a.yaml' },
        instanceRemedy: '',
        groupRemedy: '',
      });
      expect(() => lookup.groupId('ops')).toThrow('group ops was not looked up');
    });
  });
});
