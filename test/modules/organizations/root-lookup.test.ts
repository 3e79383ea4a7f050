import { RootLookup } from '../../../modules/organizations/root-lookup';
import { RootRecord } from '../../../modules/organizations/root-record';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('the root of the organization', () => {
  it('is written down where it is looked for', () => {
    const json = synthModule((stack, provider) => {
      new RootRecord(stack, 'record', { provider, path: '/root', rootId: 'r-1' });
      new RootLookup(stack, 'lookup', { provider, path: '/root' });
    });
    expect(onlyResource(json, 'aws_ssm_parameter')).toMatchObject({
      name: '/root/id',
      insecure_value: 'r-1',
    });
    const [recorded] = Object.values(json.data?.['aws_ssm_parameters_by_path'] ?? {});
    expect(recorded).toMatchObject({ path: '/root' });
  });

  it('is asked of the organization only where nobody has written it down', () => {
    const json = synthModule((stack, provider) => {
      new RootLookup(stack, 'lookup', { provider, path: '/root' });
    });
    const [organization] = Object.values(json.data?.['aws_organizations_organization'] ?? {});
    expect(organization?.['count']).toMatch(/^\$\{local\.\S+ == null \? 1 : 0\}$/);
  });
});
