import { groupsInFiles, loadConfig } from '../../config';
import { CORRECT, stageFile, WORK_GROUPS, writeFolder } from './environment-folder';

describe('files that name a group', () => {
  it('are those of the stage, and defaults.yaml for what it has from there', () => {
    const access = (groups: string) => `access: { ${groups} }\n${WORK_GROUPS}`;
    const root = writeFolder({
      ...CORRECT,
      'defaults.yaml': `region: eu-west-1\n${access('admins: [Billing], bi: [DataAnalyst]')}`,
      'one.yaml': `${access('devs: [DataEngineer]')}${stageFile('one', '10.1.0.0/16')}`,
      'two.yaml': `${access('devs: [DataEngineer], bi: [Billing]')}${stageFile('two', '10.2.0.0/16')}`,
    });
    const shared = [['admins', 'environments/defaults.yaml']] as const;
    expect(loadConfig(root).groupFiles).toEqual(
      new Map([
        [
          'one',
          new Map([...shared, ['bi', 'environments/defaults.yaml'], ['devs', 'environments/one.yaml']]),
        ],
        ['two', new Map([...shared, ['bi', 'environments/two.yaml'], ['devs', 'environments/two.yaml']])],
      ]),
    );
  });

  it('are those of the stage when nothing else is known', () => {
    expect(groupsInFiles({ devs: [] }, 'sandbox')).toEqual({ devs: 'environments/sandbox.yaml' });
  });
});
