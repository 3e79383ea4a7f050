import { z } from 'zod';
import { CLIENT_VPN_LIMITS } from '../limits/client-vpn';
import { cidr, logRetentionDays, NO_TEMPLATE } from './fields';
import { field } from './guidance';

/** What a group can be let to. */
export const VPN_TARGETS = ['emr', 'airflow'] as const;

/** Somewhere developers go through the VPN. */
export type VpnTargetName = (typeof VPN_TARGETS)[number];

const metadataFile = (description: string) =>
  field(z.string().regex(/^(?:(?!\.{1,2}\/)[\w.-]+\/)*[\w.-]+\.xml$/), description, {
    expected: 'the path of an XML file below environments/, such as saml/sandbox-vpn.xml',
    fix: 'write it without environments/ before it, with forward slashes and without ..',
  });

const saml = z.strictObject({
  metadataFile: metadataFile(
    'Metadata of the SAML application in IAM Identity Center, below environments/. AWS has no API that makes the application: see docs/runbooks/client-vpn-saml.md. As long as the file is not there, the stage is deployed without its VPN.',
  ).optional(),
  portalMetadataFile: metadataFile(
    'Metadata of the second SAML application, the one for the self-service portal. Left out, the portal uses the first one, which must then know the portal’s address too. Added later, it replaces the endpoint.',
  ).optional(),
});

const certificateArn = (description: string) =>
  field(
    z
      .string()
      .regex(/^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[A-Za-z0-9-]+$/)
      .optional(),
    description,
    {
      expected: 'the ARN of a certificate in ACM, such as arn:aws:acm:eu-west-1:123456789012:certificate/…',
    },
  );

const serverCertificate = z.strictObject({
  arn: certificateArn(
    'ARN of an RSA certificate of 1,024 or 2,048 bits in ACM, in the account and region of the stage. Give this, or domain and hostedZoneId.',
  ),
  domain: field(
    z
      .string()
      .max(64)
      .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/)
      .optional(),
    'Domain for which ACM makes the certificate, such as vpn.sandbox.data.acme.io. Nobody connects to it: clients use the name AWS gives the endpoint.',
    { expected: 'a domain in lower case of at most 64 characters, such as vpn.sandbox.data.acme.io' },
  ),
  hostedZoneId: field(
    z
      .string()
      .regex(/^Z[0-9A-Z]{1,31}$/)
      .optional(),
    'Id of the public hosted zone of that domain, in Route 53 in the stage’s account: ACM looks there for the proof that the domain is yours.',
    { expected: 'the id of a hosted zone, such as Z0123456789ABCDEFGHIJ' },
  ),
});

const GROUP_NAME = new RegExp(`^${NO_TEMPLATE}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P} ]{1,1024}$`, 'u');

/**
 * Client VPN of a stage. The section may stand in defaults.yaml: a stage has a VPN when it has a range for the
 * clients, which is its own.
 */
export const vpnSchema = z.strictObject({
  clientCidr: cidr(
    `IPv4 range of the clients' addresses, /${CLIENT_VPN_LIMITS.clientCidrPrefix.largest} to /${CLIENT_VPN_LIMITS.clientCidrPrefix.smallest}, with room for twice maxUsers. Given, the stage has a VPN. It cannot be changed later; it must overlap no VPC, no reserved range and no other VPN.`,
  ).optional(),
  maxUsers: field(
    z.int().min(1).default(50),
    'How many people are to be connected at the same time. AWS charges each connection by the hour.',
    { expected: 'a whole number of people, at least 1' },
  ),
  associations: field(
    z.int().min(1).max(3).default(1),
    'In how many zones the endpoint has a network interface. Each costs by the hour, used or not; with one, the VPN is gone when its zone is.',
    { expected: '1, 2 or 3, at most one per zone' },
  ),
  authentication: field(
    z.enum(['saml', 'mutualTls']).default('saml'),
    'How people prove who they are: saml (IAM Identity Center, access by group) or mutualTls (whoever has a client certificate; the endpoint knows no users, so a stage that is not disposable must give mutualTlsReason). Changed, the endpoint is replaced.',
  ),
  saml: saml.prefault({}).describe('SAML applications in IAM Identity Center.'),
  mutualTlsReason: field(
    z.string().min(10).optional(),
    'Why people of a stage that is not disposable must come with certificates, and not with SAML. Only with authentication mutualTls, which such a stage refuses without a reason.',
    { expected: 'a sentence that says why, of at least 10 characters' },
  ),
  rootCertificateChainArn: certificateArn(
    'ARN, in ACM in the account and region of the stage, of the authority that signs client certificates. Only with authentication mutualTls.',
  ),
  serverCertificate: serverCertificate
    .prefault({})
    .describe('Certificate of the endpoint. AWS asks for one, however people authenticate.'),
  access: field(
    z.record(z.string().regex(GROUP_NAME), z.array(z.enum(VPN_TARGETS)).min(1)).default({}),
    'Groups of IAM Identity Center, by display name, and where each may go: emr (web interfaces of clusters), airflow (web server of Airflow, where it is private).',
    { expected: 'groups by display name, each with a list such as [emr]' },
  ),
  sessionHours: field(
    z.literal([...CLIENT_VPN_LIMITS.sessionHours]).default(8),
    'Hours after which a session ends and people sign in again: 8, 10 or 12. AWS also takes 24, which is not offered: leaving a group ends no session, so none may outlast a working day.',
    {
      expected:
        'at most 12 hours (8, 10 or 12: leaving a group ends no session, so none may outlast a working day)',
    },
  ),
  banner: field(
    z
      .string()
      // A dot ends at a line break; this must not.
      .regex(new RegExp(`^(?![\\s\\S]*[$%]\\{)[\\s\\S]{1,${CLIENT_VPN_LIMITS.bannerLength}}$`))
      .default('For authorised use only. Connections are recorded.'),
    'What AWS’s client shows when somebody connects.',
    { expected: `1 to ${CLIENT_VPN_LIMITS.bannerLength} characters, without \${` },
  ),
  fullTunnelReason: field(
    z.string().min(10).optional(),
    'Why ALL traffic of a connected machine must go into the VPN, and not only what is meant for the VPC (split tunnel). Without a reason the tunnel is split. With one, a connected machine has no internet.',
    { expected: 'a sentence that says why, of at least 10 characters' },
  ),
  transport: field(
    z.enum(['udp', 'tcp']).default('udp'),
    'Transport of the tunnel: udp (faster) or tcp (gets through more firewalls). Changed, the endpoint is replaced.',
  ),
  port: field(z.literal([...CLIENT_VPN_LIMITS.ports]).default(443), 'Port of the endpoint: 443 or 1194.', {
    expected: '443 or 1194',
  }),
  connectionLogs: z
    .strictObject({
      retentionDays: logRetentionDays('How many days CloudWatch keeps who connected and when.').default(365),
    })
    .prefault({})
    .describe('Log of connections.'),
  selfServicePortal: field(
    z.boolean().default(false),
    'Whether people fetch client and profile from AWS’s web page for the endpoint. Otherwise: lz vpn profile.',
  ),
});

/** VPN section of a stage, defaults filled in. */
export type VpnConfig = z.output<typeof vpnSchema>;
