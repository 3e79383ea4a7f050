import {
  GOAL,
  type StackJson,
  criticalPathTable,
  estimateDestroy,
  estimateFirstDeploy,
  estimateLine,
  summaryTable,
} from '../../../cli/deploy-model';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { mwaaStack } from './mwaa-stack';

const first = (json: StackJson, parallelism?: number) =>
  estimateFirstDeploy('sandbox', json, { parallelism });
const slowed = (...dependencies: readonly string[]) =>
  first(mwaaStack({ depends_on: ['aws_route.out', ...dependencies] }));

describe('the first deploy of a stage with MWAA', () => {
  it('takes about half an hour, and little more than MWAA itself needs', () => {
    const { seconds, ratio, lowerBound } = first(mwaaStack());
    expect(seconds / 60).toBeGreaterThan(28);
    expect(lowerBound.of).toBe('mwaa');
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(ratio).toBeLessThanOrEqual(GOAL);
  });

  it.each(['aws_emr_cluster.main', 'aws_ec2_client_vpn_network_association.az1'])(
    'shows the time lost by a needless wait for %s',
    (dependency) => {
      const estimate = slowed(dependency);
      expect(estimate.ratio).toBeGreaterThan(GOAL);
      expect(estimate.schedule.criticalPath.map(({ id }) => id)).toContain(dependency);
      expect(summaryTable([estimate])).toContain('MISSED');
    },
  );

  it('takes longer with fewer slots', () => {
    expect(first(mwaaStack(), 1).seconds).toBeGreaterThan(first(mwaaStack()).seconds);
  });

  it('does not make what an import block brings in', () => {
    const account = { resource: { aws_organizations_account: { account: {} } } };
    const to = '${aws_organizations_account.account}';
    expect(first({ ...account, import: [{ id: '123456789012', to }] }).seconds).toBeLessThan(10);
    expect(first(account).seconds).toBeGreaterThan(60);
  });
});

describe('destroying a stage', () => {
  it('goes the opposite way: MWAA before its routes, the NAT gateway before its VPC', () => {
    const { runs } = estimateDestroy('sandbox', mwaaStack()).schedule;
    const end = (address: string) => runs.get(`${address} (delete)`)?.end ?? NaN;
    const start = (address: string) => runs.get(`${address} (delete)`)?.start ?? NaN;
    expect(start('aws_route.out')).toBeGreaterThanOrEqual(end('aws_mwaa_environment.main'));
    expect(start('aws_nat_gateway.main')).toBeGreaterThanOrEqual(end('aws_route.out'));
    expect(start('aws_vpc.main')).toBeGreaterThanOrEqual(end('aws_nat_gateway.main'));
  });

  it('takes MWAA a quarter of an hour', () => {
    const { seconds, ratio } = estimateDestroy('sandbox', mwaaStack());
    expect(seconds / 60).toBeGreaterThan(15);
    expect(seconds / 60).toBeLessThan(18);
    expect(ratio).toBeGreaterThanOrEqual(1);
  });
});

describe('the tables', () => {
  it('give the total, the lower bound, the ratio and the verdict', () => {
    const table = summaryTable([first(mwaaStack())]);
    for (const text of ['sandbox', '30.3 min (what MWAA needs)', 'met', '%']) expect(table).toContain(text);
  });

  it('show the critical path, and waits for a slot as such', () => {
    const path = criticalPathTable(first(mwaaStack(), 1));
    for (const text of [
      'critical path of sandbox',
      'aws_mwaa_environment.main',
      '28.0 min',
      'waits for a free slot',
    ]) {
      expect(path).toContain(text);
    }
    expect(criticalPathTable(first(resource('aws_kms_key')))).not.toContain('waits');
  });

  it('fit into one line', () => {
    expect(estimateLine(first(mwaaStack()))).toMatch(
      /^about 3\d min, of which 28.0 min for aws_mwaa_environment.main$/,
    );
    expect(estimateLine(first(resource('aws_kms_key')))).toBe(
      'about 15 s, of which 15 s for aws_kms_key.main',
    );
    expect(estimateLine(first({}))).toBe('nothing to do');
  });
});

const resource = (type: string): StackJson => ({ resource: { [type]: { main: {} } } });

describe('the stacks that are synthesised', () => {
  const stacks = Object.entries(parsedLandingZone(fixtureConfig()));
  const estimates = stacks.map(([stack, json]) => estimateFirstDeploy(stack, json as StackJson));

  it.each(estimates)('are modelled: $stack', ({ seconds, ratio, schedule }) => {
    expect(seconds).toBeGreaterThan(0);
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(schedule.slotUse).toBeLessThanOrEqual(1);
    const spent = schedule.criticalPath.reduce((sum, { ready, end }) => sum + end - ready, 0);
    expect(spent).toBeCloseTo(seconds);
  });

  it('take no longer than their longest chain and the rest spread over the slots (Graham 1969)', () => {
    for (const { seconds, schedule, stack, lowerBound } of estimates.filter(
      ({ lowerBound: { of } }) => of === 'chain',
    )) {
      const work = schedule.slotUse * seconds * 10;
      expect({
        stack,
        inTime: seconds <= lowerBound.seconds + (work - lowerBound.seconds) / 10 + 1e-6,
      }).toEqual({
        stack,
        inTime: true,
      });
    }
  });

  it('with MWAA take at most a twentieth longer than MWAA needs', () => {
    const withMwaa = [...estimates, first(mwaaStack())].filter(({ lowerBound }) => lowerBound.of === 'mwaa');
    const tooSlow = withMwaa
      .filter(({ ratio }) => ratio > GOAL)
      .map((estimate) => `${estimate.stack}: ${estimate.ratio.toFixed(3)}\n${criticalPathTable(estimate)}`);
    expect(withMwaa).not.toHaveLength(0);
    expect(tooSlow).toEqual([]);
  });
});
