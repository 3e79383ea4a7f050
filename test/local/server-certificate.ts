import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';

/** A server's certificate with what proves it, as PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  readonly chain: string;
  /** An empty revocation list of the authority. */
  readonly revocationList: string;
}

interface ServerCertificateOptions {
  /** @default vpn.example.org */
  readonly commonName?: string;
  /** @default - the common name, if it is a domain */
  readonly alternativeName?: string;
  /** @default 2048 */
  readonly modulusLength?: number;
}

const A_YEAR = 365 * 24 * 60 * 60 * 1000;

/** Makes an authority and a certificate that it signed. */
export async function serverCertificate(options: ServerCertificateOptions = {}): Promise<ServerCertificate> {
  const { commonName = 'vpn.example.org', alternativeName, modulusLength = 2048 } = options;
  const signingAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const newKeys = (length: number) =>
    webcrypto.subtle.generateKey(
      { ...signingAlgorithm, publicExponent: new Uint8Array([1, 0, 1]), modulusLength: length },
      true,
      ['sign', 'verify'],
    );
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + A_YEAR) };
  const authorityKeys = await newKeys(2048);
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=VPN authority',
    keys: authorityKeys,
    signingAlgorithm,
    serialNumber: '01',
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
    ...validity,
  });
  const keys = await newKeys(modulusLength);
  const domain = alternativeName ?? (commonName.includes('.') ? commonName : undefined);
  const names = domain === undefined ? [] : [{ type: 'dns' as const, value: domain }];
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${commonName}`,
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm,
    serialNumber: '02',
    extensions: names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)],
    ...validity,
  });
  const list = await X509CrlGenerator.create({
    issuer: authority.subject,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm,
  });
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate: certificate.toString('pem'),
    privateKey: PemConverter.encode(privateKey, 'PRIVATE KEY'),
    chain: authority.toString('pem'),
    // The label that RFC 7468 and OpenSSL have for it.
    revocationList: list.toString('pem').replaceAll(' CRL-----', ' X509 CRL-----'),
  };
}

/** The metadata of an identity provider, of IAM Identity Center unless told otherwise. */
export function samlMetadata(
  signing: string,
  entityId = 'https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTIzNDU2',
): string {
  const certificate = Buffer.from(new X509Certificate(signing).rawData).toString('base64');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">`,
    '<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    '<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>',
    `<ds:X509Certificate>${certificate}</ds:X509Certificate>`,
    '</ds:X509Data></ds:KeyInfo></md:KeyDescriptor>',
    `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${entityId}"/>`,
    '</md:IDPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}
