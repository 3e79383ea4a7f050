import { cloudSeed } from '../../cli/cloud-seed';
import { CORRECT, stageFile, writeFolder } from '../config/environment-folder';

const seedWith = (identity = '') =>
  cloudSeed(
    writeFolder({
      ...CORRECT,
      'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}${identity}`,
      'one.yaml': `${stageFile('one', '10.1.0.0/16')}access: { devs: [DataEngineer] }\n`,
      'two.yaml': `${stageFile('two', '10.2.0.0/16')}access: { devs: [Billing], bi: [DataAnalyst] }\n`,
    }),
  );

describe('what the local cloud holds before anything is deployed', () => {
  it('has every group that a stage names, once', () => {
    expect(seedWith()).toMatchObject({ managementAccountId: '111122223333', groups: ['bi', 'devs'] });
  });

  it('leaves out groups that the landing zone makes', () => {
    expect(seedWith('identity: { source: directory, groups: [devs] }\n').groups).toEqual(['bi']);
  });

  it('is empty where nothing can be read', () => {
    expect(cloudSeed(writeFolder({}))).toEqual({});
  });
});
