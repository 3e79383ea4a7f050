import { webcrypto } from 'node:crypto';
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import type { ImportedCertificate } from '../../local';

/** What a VPN takes and the demo cannot have: a server certificate and metadata of IAM Identity Center. */
export interface VpnCredentials {
  readonly server: ImportedCertificate;
  readonly samlMetadata: string;
}

const A_DAY = 24 * 60 * 60 * 1000;
const SIGN_IN = 'https://portal.sso.example.com/saml/assertion/demo';

/** Makes them up. Nobody can sign in with them, which nobody can in the local cloud anyway. */
export async function makeVpnCredentials(domain: string): Promise<VpnCredentials> {
  const signingAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(
    // Client VPN takes RSA of 1,024 or 2,048 bits.
    { ...signingAlgorithm, publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 },
    true,
    ['sign', 'verify'],
  );
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${domain}`,
    keys,
    signingAlgorithm,
    serialNumber: '01',
    // AWS's clock may be behind by a little, the config's warning comes a month before the end.
    notBefore: new Date(Date.now() - A_DAY),
    notAfter: new Date(Date.now() + 365 * A_DAY),
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: domain }])],
  });
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    server: {
      certificate: certificate.toString('pem'),
      privateKey: PemConverter.encode(privateKey, 'PRIVATE KEY'),
    },
    samlMetadata: samlMetadata(certificate.toString('base64')),
  };
}

/**
 * Metadata as IAM Identity Center has it.
 *
 * Source: "Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0", 2.4.3
 * (https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf).
 */
function samlMetadata(certificate: string): string {
  const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol';
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${SIGN_IN}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${protocol}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${SIGN_IN}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}
