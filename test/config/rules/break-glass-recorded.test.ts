import { CORRECT, warningsWith, withContacts } from '../environment-folder';

const warnings = (...lines: string[]) =>
  warningsWith({
    'organization.yaml': `${withContacts(CORRECT['organization.yaml'] ?? '')}${lines.map((line) => `${line}\n`).join('')}`,
  });

const warning = (place: string, region = 'eu-west-1') =>
  `environments/organization.yaml:${place}: no trail is made here, and without one nobody is told when the permission set BreakGlass is used; write audit.trail: true, or audit.trail: false once you have seen that another trail logs management events of the management account, read and write, in ${region}`;

describe('the alarm of BreakGlass', () => {
  it.each([
    ['audit: { trail: true }'],
    ['audit: {}', 'organization: { managed: true }'],
    ['audit: {}', 'organization: { controlTower: true }'],
  ])('has the trail of %s %s', (...lines) => {
    expect(warnings(...lines).filter((line) => line.includes('BreakGlass'))).toEqual([]);
  });

  it('is warned of where another team owns the organization, and perhaps a trail', () => {
    expect(warnings('audit: {}')).toEqual([warning('10:1  audit.trail')]);
    expect(warnings('audit: {}', 'organization: { managed: false }')).toEqual([
      warning('11:26  organization.managed'),
    ]);
  });

  it('needs a trail in the region of Identity Center', () => {
    expect(
      warnings('audit: {}', 'organization: { managed: false }', 'identityCenter: { region: us-east-1 }'),
    ).toEqual([warning('11:26  organization.managed', 'us-east-1')]);
  });

  it('is not warned of once somebody has written down that there is another trail', () => {
    expect(warnings('audit: { trail: false }', 'organization: { managed: false }')).toEqual([]);
  });

  it('is another warning where nobody would be told anyway', () => {
    const nobody = withContacts(CORRECT['organization.yaml'] ?? '').replace(/ {2}security: .*\n/, '');
    expect(
      warningsWith({ 'organization.yaml': `${nobody}audit: { trail: false }\n` }).filter((line) =>
        line.includes('audit.trail'),
      ),
    ).toEqual([]);
  });
});
