import { Groups } from '../../../modules/identity-center/groups';
import { synthModule } from '../../support/synth';
import { addresses } from '../../support/terraform-json';

const synthGroups = (...names: string[]) =>
  synthModule((stack, provider) => {
    new Groups(stack, 'groups', { provider, identityStoreId: 'd-0123456789', names });
  });

describe('Groups', () => {
  it('keep their addresses when others come and go', () => {
    expect(addresses(synthGroups('a', 'b'))).toEqual(expect.arrayContaining(addresses(synthGroups('b'))));
  });
});
