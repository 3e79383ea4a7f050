import { forAnyClient, forAwsClient } from '../../../cli/vpn/profile-text';

const HOST = 'cvpn-endpoint-0a1b.prod.clientvpn.eu-west-1.amazonaws.com';
/** As ExportClientVpnClientConfiguration writes it. */
const EXPORTED = `client
dev tun
proto udp
remote ${HOST} 443
remote-random-hostname
resolv-retry infinite
auth-federate
`;

describe('a profile for AWS’s client', () => {
  it('is what AWS exports', () => {
    expect(forAwsClient(EXPORTED)).toBe(EXPORTED);
  });

  it('has a random host name also when the export has none', () => {
    expect(forAwsClient(EXPORTED.replace('remote-random-hostname\n', ''))).toBe(EXPORTED);
  });

  it('has a host name without the star that AWS’s API shows before it', () => {
    expect(forAwsClient(EXPORTED.replace(HOST, `*.${HOST}`))).toBe(EXPORTED);
  });

  it('ends its last line', () => {
    expect(forAwsClient(EXPORTED.trimEnd())).toBe(EXPORTED);
  });

  it('fails for something else', () => {
    expect(() => forAwsClient('<html>')).toThrow(
      'AWS gave a profile without a remote line; ask for it again',
    );
  });
});

describe('a profile for other clients', () => {
  it('has the random part in it, and not the word they do not know', () => {
    const text = forAnyClient(EXPORTED);
    expect(text).toMatch(new RegExp(`^remote [0-9a-f]{16}\\.${HOST.replaceAll('.', '\\.')} 443$`, 'm'));
    expect(text).not.toContain('remote-random-hostname');
    expect(forAnyClient(EXPORTED)).not.toBe(text);
  });
});
