import { CORRECT, problemsWith } from '../environment-folder';
import { UNDER_CONTROL_TOWER } from '../organization-file';

const problems = (audit: string, organization = '{ managed: true }') =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml']}organization: ${organization}\naudit: ${audit}\n${UNDER_CONTROL_TOWER.units}\n`,
    ...UNDER_CONTROL_TOWER.stages,
  });

describe('settings of the trail', () => {
  it('may be given where a trail is made', () => {
    expect(problems('{ trailDays: 400, trailLock: { days: 400 } }')).toEqual([]);
    expect(problems('{ trail: true, trailLock: { mode: compliance, days: 30 } }', '{}')).toEqual([]);
  });

  it.each([
    ['another team owns the organization', '{ trailLock: { days: 30 } }', '{}'],
    ['Control Tower owns it', '{ trailLock: { days: 30 } }', '{ controlTower: true }'],
    ['the file says no to it', '{ trail: false, trailLock: { days: 30 } }', '{ managed: true }'],
  ])('fail where none is made: %s', (_, audit, organization) => {
    expect(problems(audit, organization)).toEqual([
      expect.stringContaining(
        'audit.trailLock: has no effect while no trail is made here; write audit.trail',
      ),
    ]);
  });

  it('fail to lock logs for longer than they are kept', () => {
    expect(problems('{ trailDays: 400, trailLock: { days: 401 } }')).toEqual([
      'environments/organization.yaml:8:45  audit.trailLock.days: expected at most 400 days, which is how long logs are kept (audit.trailDays), found 401; locked logs would only be paid for',
    ]);
    expect(problems('{ trailLock: { days: 3000 } }')).toEqual([
      expect.stringContaining('expected at most 2555 days'),
    ]);
  });

  it('fail to be locked for no time at all', () => {
    expect(problems('{ trailLock: { mode: governance } }')).toEqual([
      expect.stringContaining('audit.trailLock.days'),
    ]);
  });
});
