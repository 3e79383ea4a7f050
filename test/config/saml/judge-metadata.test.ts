import { judgeMetadata } from '../../../config/saml/judge-metadata';
import { METADATA } from '../vpn-stage';

const NOW = new Date('2026-01-01T00:00:00Z');
const judge = (text: string, now = NOW) => judgeMetadata(text, now);
const SIGNING = METADATA.match(/<md:KeyDescriptor.*<\/md:KeyDescriptor>/s)?.[0] ?? '';

describe('metadata of an identity provider', () => {
  it('is good until its certificate ends', () => {
    expect(judge(METADATA)).toEqual({ expires: new Date('2099-12-31T00:00:00Z') });
  });

  it('may have any prefixes, or none', () => {
    const plain = METADATA.replace(/(<\/?)(?:md|ds):/g, '$1').replace(/ xmlns:(?:md|ds)=/g, ' xmlns=');
    expect(judge(plain)).toEqual(judge(METADATA));
  });

  it('may have a certificate for everything, and one for encryption beside it', () => {
    const both = METADATA.replace(
      SIGNING,
      `${SIGNING.replace(' use="signing"', '')}${SIGNING.replace('signing', 'encryption')}`,
    );
    expect(judge(both)).toEqual(judge(METADATA));
  });

  it.each([
    ['too short for IAM', METADATA.slice(0, 999), 'has 999 characters; IAM takes 1000 to 10000000'],
    ['no XML', METADATA.replace('</md:EntityDescriptor>', ''), /^is no XML \(line \d+: .*\)$/],
    [
      'a page instead',
      `<html><body>${'x'.repeat(1000)}</body></html>`,
      'is no SAML metadata: it has no EntityDescriptor',
    ],
    [
      'a service provider',
      METADATA.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'),
      /^describes no identity provider \(no IDPSSODescriptor\)/,
    ],
    [
      'one that only encrypts',
      METADATA.replace('use="signing"', 'use="encryption"'),
      'has no certificate that signs',
    ],
    [
      'damaged',
      METADATA.replace(/(<ds:X509Certificate>).{40}/, '$1AAAA'),
      'has a certificate that cannot be read',
    ],
  ])('fails when it is %s', (_, text, problem) => {
    const found = judge(text);
    expect('problem' in found && found.problem).toEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    );
  });

  it('fails from the moment its certificate ends', () => {
    expect(judge(METADATA, new Date('2099-12-31T00:00:00Z'))).toEqual({
      problem: 'has a certificate that ended on 2099-12-31',
    });
  });
});
