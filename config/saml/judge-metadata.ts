import { X509Certificate } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CLIENT_VPN_LIMITS } from '../limits/client-vpn';

/** What an identity provider's metadata is good for. */
export type MetadataVerdict =
  /** Continues a sentence that begins with the name of the file. */
  | { readonly problem: string }
  /** When the last certificate that signs runs out. */
  | { readonly expires: Date };

/** Elements of SAML metadata that are read here, without their namespace prefixes. */
interface Metadata {
  readonly EntityDescriptor?: { readonly IDPSSODescriptor?: readonly { KeyDescriptor?: KeyDescriptor[] }[] };
}

interface KeyDescriptor {
  /** `signing`, `encryption`, or absent for both. */
  readonly '@use'?: string;
  readonly KeyInfo?: { readonly X509Data?: { readonly X509Certificate?: string[] }[] };
}

/** Elements that may occur several times. */
const REPEATED = new Set(['IDPSSODescriptor', 'KeyDescriptor', 'X509Data', 'X509Certificate']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  // Nothing in metadata needs entities, and those of a file from somewhere else are not to be expanded.
  processEntities: false,
  isArray: (name) => REPEATED.has(name),
});

/**
 * Looks at the metadata of a SAML identity provider as IAM does, and at what IAM does not: whether the
 * certificate is still good. With one that is not, the provider can be made and nobody can sign in.
 *
 * Source: "Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0", 2.4.1 and 2.4.3
 * (https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf).
 */
export function judgeMetadata(text: string, now: Date): MetadataVerdict {
  const { min, max } = CLIENT_VPN_LIMITS.samlMetadataLength;
  if (text.length < min || text.length > max)
    return { problem: `has ${text.length} characters; IAM takes ${min} to ${max}` };
  const validity = XMLValidator.validate(text);
  if (validity !== true) return { problem: `is no XML (line ${validity.err.line}: ${validity.err.msg})` };
  const metadata = parser.parse(text) as Metadata;
  if (!metadata.EntityDescriptor) return { problem: 'is no SAML metadata: it has no EntityDescriptor' };
  const providers = metadata.EntityDescriptor.IDPSSODescriptor;
  if (!providers)
    return {
      problem:
        'describes no identity provider (no IDPSSODescriptor); it may be the metadata of the application',
    };
  return judgeCertificates(
    providers.flatMap((provider) => provider.KeyDescriptor ?? []),
    now,
  );
}

function judgeCertificates(keys: readonly KeyDescriptor[], now: Date): MetadataVerdict {
  const texts = keys
    .filter((key) => (key['@use'] ?? 'signing') === 'signing')
    .flatMap((key) => key.KeyInfo?.X509Data ?? [])
    .flatMap((data) => data.X509Certificate ?? []);
  if (texts.length === 0) return { problem: 'has no certificate that signs' };
  const ends: Date[] = [];
  for (const base64 of texts) {
    const end = endOf(base64);
    if (!end) return { problem: 'has a certificate that cannot be read' };
    ends.push(end);
  }
  // While a certificate is being replaced there are two, and one of them is enough.
  const expires = new Date(Math.max(...ends.map((end) => end.getTime())));
  if (expires <= now)
    return { problem: `has a certificate that ended on ${expires.toISOString().slice(0, 10)}` };
  return { expires };
}

function endOf(base64: string): Date | undefined {
  try {
    const { validTo } = new X509Certificate(Buffer.from(base64.replace(/\s/g, ''), 'base64'));
    return new Date(validTo);
  } catch {
    return undefined;
  }
}
