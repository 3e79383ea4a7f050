import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { OrganizationsAccount } from '@cdktf/provider-aws/lib/organizations-account';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Aspects, TerraformStack, Testing } from 'cdktf';
import { DestroyProtection } from '../../../stacks/aspects/destroy-protection';
import { synthStack } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

function synthProtected(isDisposable: boolean) {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const provider = new AwsProvider(stack, 'provider', { alias: 'stage' });
  new KmsKey(stack, 'key', { provider, lifecycle: { createBeforeDestroy: true } });
  new OrganizationsAccount(stack, 'account', { provider, name: 'a', email: 'a@example.com' });
  new Vpc(stack, 'vpc', { provider, cidrBlock: '10.0.0.0/16' });
  Aspects.of(stack).add(new DestroyProtection({ isDisposable }));
  return synthStack(stack);
}

describe('DestroyProtection', () => {
  it('protects stateful resources and keeps the rest of their lifecycle', () => {
    expect(onlyResource(synthProtected(false), 'aws_kms_key')['lifecycle']).toEqual({
      create_before_destroy: true,
      prevent_destroy: true,
    });
  });

  it('leaves resources alone that can be made again', () => {
    expect(onlyResource(synthProtected(false), 'aws_vpc')).not.toHaveProperty('lifecycle');
  });

  it('lets stateful resources of a disposable environment go', () => {
    expect(onlyResource(synthProtected(true), 'aws_kms_key')['lifecycle']).not.toHaveProperty(
      'prevent_destroy',
    );
  });

  it('keeps the account even of a disposable environment', () => {
    expect(onlyResource(synthProtected(true), 'aws_organizations_account')['lifecycle']).toEqual({
      prevent_destroy: true,
    });
  });
});
