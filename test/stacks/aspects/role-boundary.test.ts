import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Aspects } from 'cdktf';
import { RoleBoundary } from '../../../stacks/aspects/role-boundary';
import { synthModule } from '../../support/synth';

const CAP = 'arn:aws:iam::111122223333:policy/cap';

describe('RoleBoundary', () => {
  const json = synthModule((stack, provider) => {
    const common = { provider, assumeRolePolicy: '{}' };
    new IamRole(stack, 'plain', common);
    new IamRole(stack, 'capped', { ...common, permissionsBoundary: 'arn:aws:iam::111122223333:policy/own' });
    Aspects.of(stack).add(new RoleBoundary(CAP));
  });

  it('caps a role that has no cap', () => {
    expect(json.resource?.['aws_iam_role']?.['plain']).toMatchObject({ permissions_boundary: CAP });
  });

  it('leaves a role that has one of its own', () => {
    expect(json.resource?.['aws_iam_role']?.['capped']).toMatchObject({
      permissions_boundary: 'arn:aws:iam::111122223333:policy/own',
    });
  });
});
