import { type Change, estimateChange } from '../../../cli/deploy-model';
import { secondsOf } from '../../../cli/deploy-model/durations';

/** An address for a NAT gateway, the gateway, and a route through it; and something that has nothing to do with them. */
const stack = {
  resource: {
    aws_eip: { a: {} },
    aws_nat_gateway: { a: { allocation_id: '${aws_eip.a.id}' } },
    aws_route: { a: { nat_gateway_id: '${aws_nat_gateway.a.id}' } },
    aws_mwaa_environment: { main: {} },
  },
};
const estimate = (...changes: readonly Change[]) => estimateChange('sandbox', stack, changes);
const order = (...changes: readonly Change[]) =>
  estimate(...changes).schedule.criticalPath.map(({ id }) => id);
const nat = (operation: 'create' | 'delete') => secondsOf(operation, 'aws_nat_gateway');

describe('a change', () => {
  it('of nothing takes no time', () => {
    expect(estimate()).toMatchObject({ seconds: 0, ratio: 1 });
  });

  it('takes only the time of what changes, and follows the order through what does not', () => {
    const changes: Change[] = [
      { address: 'aws_eip.a', action: 'update' },
      { address: 'aws_route.a', action: 'update' },
    ];
    expect(order(...changes)).toEqual(['aws_eip.a', 'aws_route.a']);
    expect(estimate(...changes).seconds).toBe(
      secondsOf('update', 'aws_eip') + secondsOf('update', 'aws_route'),
    );
  });

  it('of an MWAA environment takes 25 minutes, and a call when only its tags change', () => {
    const address = 'aws_mwaa_environment.main';
    expect(estimate({ address, action: 'update', changed: ['max_workers'] }).seconds).toBe(1500);
    expect(estimate({ address, action: 'update', changed: ['tags_all'] }).seconds).toBeLessThan(10);
    expect(estimate({ address, action: 'replace' }).seconds).toBe((15 + 28) * 60);
  });

  it('deletes in the opposite order', () => {
    const changes = ['aws_eip.a', 'aws_nat_gateway.a', 'aws_route.a'].map((address): Change => ({
      address,
      action: 'delete',
    }));
    expect(order(...changes)).toEqual([
      'aws_route.a (delete)',
      'aws_nat_gateway.a (delete)',
      'aws_eip.a (delete)',
    ]);
  });

  it('deletes what is no longer in the stack in the order that the state holds', () => {
    const gone: Change[] = [
      { address: 'aws_subnet.old', action: 'delete', dependsOn: ['aws_vpc.old'] },
      { address: 'aws_vpc.old', action: 'delete', dependsOn: [] },
    ];
    expect(order(...gone)).toEqual(['aws_subnet.old (delete)', 'aws_vpc.old (delete)']);
  });

  it('replaces a chain: deletes backwards, then makes forwards', () => {
    const changes = ['aws_eip.a', 'aws_nat_gateway.a'].map((address): Change => ({
      address,
      action: 'replace',
    }));
    expect(order(...changes)).toEqual([
      'aws_nat_gateway.a (delete)',
      'aws_eip.a (delete)',
      'aws_eip.a',
      'aws_nat_gateway.a',
    ]);
  });

  it('updates what depends on a replaced resource after the new one is there', () => {
    const changes: Change[] = [
      { address: 'aws_nat_gateway.a', action: 'replace' },
      { address: 'aws_route.a', action: 'update' },
    ];
    expect(order(...changes)).toEqual(['aws_nat_gateway.a (delete)', 'aws_nat_gateway.a', 'aws_route.a']);
    expect(estimate(...changes).seconds).toBe(
      nat('delete') + nat('create') + secondsOf('update', 'aws_route'),
    );
  });

  it('with create_before_destroy deletes the old one last', () => {
    const changes: Change[] = [
      { address: 'aws_nat_gateway.a', action: 'replaceCreateFirst' },
      { address: 'aws_route.a', action: 'update' },
    ];
    expect(order(...changes)).toEqual(['aws_nat_gateway.a', 'aws_route.a', 'aws_nat_gateway.a (delete)']);
  });

  it('with create_before_destroy throughout makes forwards, then deletes backwards', () => {
    const changes = ['aws_eip.a', 'aws_nat_gateway.a'].map((address): Change => ({
      address,
      action: 'replaceCreateFirst',
    }));
    expect(order(...changes)).toEqual([
      'aws_eip.a',
      'aws_nat_gateway.a',
      'aws_nat_gateway.a (delete)',
      'aws_eip.a (delete)',
    ]);
  });

  it('fails on a resource that the stack does not have', () => {
    const change: Change = { address: 'aws_vpc.gone', action: 'update' };
    expect(() => estimate(change)).toThrow(
      'sandbox: the plan has an action (update) on aws_vpc.gone, which is not',
    );
  });

  it('fails on a resource in a Terraform module', () => {
    const change: Change = { address: 'module.network.aws_vpc.main', action: 'delete' };
    expect(() => estimate(change)).toThrow('module.network.aws_vpc.main is in a Terraform module');
  });
});
