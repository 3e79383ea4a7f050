import { changesIn } from '../../../cli/deploy-model/plan-json';

const change = (
  actions: readonly string[],
  before: unknown = null,
  after: unknown = null,
  unknown: unknown = {},
) =>
  changesIn({
    resource_changes: [
      {
        address: 'aws_vpc.main',
        type: 'aws_vpc',
        change: { actions, before, after, after_unknown: unknown },
      },
    ],
  })[0];

describe('the changes in a plan', () => {
  it.each([
    [['create'], 'create'],
    [['read'], 'read'],
    [['update'], 'update'],
    [['delete'], 'delete'],
    [['delete', 'create'], 'replace'],
    [['create', 'delete'], 'replaceCreateFirst'],
  ])('are told from the actions %p', (actions, action) => {
    expect(change(actions)).toMatchObject({ address: 'aws_vpc.main', action });
  });

  it.each([[['no-op']], [['forget']]])('leave out %p', (actions) => {
    expect(change(actions)).toBeUndefined();
  });

  it('name the attributes that an update changes', () => {
    const before = { tags: { a: '1' }, workers: 1, id: 'x', arn: 'old', list: [1] };
    const after = { tags: { a: '1' }, workers: 2, id: 'x', list: [1] };
    expect(change(['update'], before, after, { arn: true, list: [false] })?.changed).toEqual([
      'workers',
      'arn',
    ]);
  });

  it('hold what is deleted, and what the state says it depends on', () => {
    const [deleted] = changesIn({
      resource_changes: [
        { address: 'aws_eip.a[0]', change: { actions: ['delete'], before: { domain: 'vpc' } } },
      ],
      prior_state: {
        values: { root_module: { resources: [{ address: 'aws_eip.a[0]', depends_on: ['aws_vpc.main'] }] } },
      },
    });
    expect(deleted).toMatchObject({ attributes: { domain: 'vpc' }, dependsOn: ['aws_vpc.main'] });
  });

  it('are none in a plan without any', () => {
    expect(changesIn({})).toEqual([]);
  });
});
