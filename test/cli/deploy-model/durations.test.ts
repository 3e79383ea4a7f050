import { DURATIONS, DURATIONS_AS_OF, durationsOf, secondsOf } from '../../../cli/deploy-model/durations';

describe('the table of durations', () => {
  it.each(Object.entries(DURATIONS))('says of %s where its times come from', (_, durations) => {
    expect(durations.source).toMatch(/#\d+|https:\/\/|measured|internal\//);
    expect(durations.date).toMatch(/^20\d\d(-\d\d)?$/);
    expect(durations.date <= DURATIONS_AS_OF).toBe(true);
  });

  it.each(Object.entries(DURATIONS))('has times above zero for %s', (_, durations) => {
    const { create, update, delete: deletion } = durations;
    for (const seconds of [create, update, deletion]) expect(seconds).toBeGreaterThan(0);
  });

  it('calls what it does not know, and IAM, an estimate', () => {
    for (const type of ['aws_ssm_parameter', 'aws_iam_role']) {
      expect(durationsOf(type).source).toContain('estimate');
    }
    expect(durationsOf('aws_iam_role').create).toBeGreaterThan(durationsOf('aws_ssm_parameter').create);
  });

  it('tells a gateway endpoint from one with network interfaces', () => {
    const seconds = (attributes: Record<string, unknown>) =>
      secondsOf('create', 'aws_vpc_endpoint', attributes);
    expect(seconds({})).toBeLessThan(60);
    expect(seconds({ vpc_endpoint_type: 'Gateway' })).toBeLessThan(60);
    expect(seconds({ vpc_endpoint_type: 'Interface' })).toBeGreaterThanOrEqual(60);
  });
});

describe('an update of an MWAA environment', () => {
  const update = (...changed: string[]) => secondsOf('update', 'aws_mwaa_environment', {}, changed);

  it('takes 25 minutes', () => {
    expect(update('max_workers')).toBe(25 * 60);
    expect(update()).toBe(25 * 60);
  });

  it('takes an hour when the version changes', () => {
    expect(update('airflow_version', 'max_workers')).toBe(60 * 60);
  });

  it('takes one call when only tags change', () => {
    expect(update('tags', 'tags_all')).toBeLessThan(10);
    expect(update('tags', 'max_workers')).toBe(25 * 60);
  });
});
