import { cloudSeed } from '../../cli/cloud-seed';
import { CORRECT, writeFolder } from '../config/environment-folder';

const withVpn = (stage: string, ...groups: string[]): string =>
  [
    CORRECT[`${stage}.yaml`],
    'vpn:',
    `  access: { ${groups.map((group) => `${group}: [emr]`).join(', ')} }`,
    '',
  ].join('\n');

describe('what a local cloud begins with', () => {
  it('are no groups when no stage has a VPN', () => {
    expect(cloudSeed(writeFolder(CORRECT)).groups).toEqual([]);
  });

  it('are the groups that may use VPNs, each once', () => {
    const files = { ...CORRECT, 'one.yaml': withVpn('one', 'a', 'b'), 'two.yaml': withVpn('two', 'b', 'c') };
    expect(cloudSeed(writeFolder(files)).groups).toEqual(['a', 'b', 'c']);
  });
});
