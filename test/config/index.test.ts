import { join } from 'node:path';
import { ConfigError, expandInterfaceEndpoints, loadConfig, planSubnets, zoneIdsOf } from '../../config';
import { CORRECT, stageFile, writeFolder } from './environment-folder';

describe('loadConfig', () => {
  it('loads an example as shipped', () => {
    const { stages } = loadConfig(join(__dirname, '../fixtures'));
    expect(stages.map(({ stage }) => stage)).toEqual(['isolated', 'prod', 'sandbox', 'test']);
  });

  it('sorts the stages by name', () => {
    const root = writeFolder({ ...CORRECT, 'alpha.yaml': stageFile('alpha', '10.3.0.0/16') });
    expect(loadConfig(root).stages.map(({ stage }) => stage)).toEqual(['alpha', 'one', 'two']);
  });

  it('lays a stage over defaults.yaml and both over the built-in defaults', () => {
    const root = writeFolder({
      ...CORRECT,
      'defaults.yaml':
        'region: eu-west-1\nnetwork: { natGateways: perZone, flowLogs: { retentionDays: 30 } }\n',
      'two.yaml': stageFile('two', '10.2.0.0/16', '  flowLogs: { traffic: REJECT }'),
    });
    expect(loadConfig(root).stages.at(-1)?.network).toMatchObject({
      natGateways: 'perZone',
      zones: 2,
      flowLogs: { traffic: 'REJECT', retentionDays: 30, aggregationSeconds: 600 },
    });
  });

  it('does without defaults.yaml', () => {
    const root = writeFolder({
      ...CORRECT,
      'defaults.yaml': null,
      'one.yaml': `${CORRECT['one.yaml']}region: eu-west-1\n`,
      'two.yaml': `${CORRECT['two.yaml']}region: eu-west-2\n`,
    });
    expect(loadConfig(root).stages.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-2']);
  });

  it('fails with an error that is ready to print', () => {
    const root = writeFolder({ ...CORRECT, 'two.yaml': stageFile('two', '10.2.0.0/16', '  zones: 4') });
    expect(() => loadConfig(root)).toThrow(
      new ConfigError([
        {
          at: { file: 'environments/two.yaml', line: 8, column: 10 },
          path: 'network.zones',
          text: 'expected 2 or 3, found 4; write 3',
        },
      ]),
    );
  });

  it('fails in the folder above with a hint where to run it', () => {
    expect(() => loadConfig(join(writeFolder({}), '..', 'nowhere'))).toThrow(
      'environments/  cannot be read (ENOENT); run this in the folder that holds environments/\n1 problem in environments/',
    );
  });
});

describe('zoneIdsOf', () => {
  const zonesWith = (...lines: string[]) => {
    const root = writeFolder({ ...CORRECT, 'two.yaml': stageFile('two', '10.2.0.0/16', ...lines) });
    const two = loadConfig(root).stages.find(({ stage }) => stage === 'two');
    return two && zoneIdsOf(two);
  };

  it('takes the first zones of the region', () => {
    expect(zonesWith('  zones: 3')).toEqual(['euw1-az1', 'euw1-az2', 'euw1-az3']);
  });

  it('takes the first of the named zones', () => {
    expect(zonesWith('  zoneIds: [euw1-az3, euw1-az2, euw1-az1]')).toEqual(['euw1-az3', 'euw1-az2']);
  });
});

describe('what stacks use besides', () => {
  it('is exported beside loadConfig', () => {
    expect([planSubnets, expandInterfaceEndpoints]).toEqual([expect.any(Function), expect.any(Function)]);
  });
});
