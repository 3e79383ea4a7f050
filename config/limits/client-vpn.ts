/**
 * What Client VPN allows, as data.
 *
 * Sources: "Rules and best practices for using AWS Client VPN"
 * (https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html), "AWS Client VPN quotas"
 * (https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html), CreateClientVpnEndpoint of the EC2 API
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnEndpoint.html) and CreateSAMLProvider
 * of the IAM API (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html).
 */
export const CLIENT_VPN_LIMITS = {
  /** Prefix of the range that clients get their addresses from (`ClientCidrBlock`). */
  clientCidrPrefix: { largest: 12, smallest: 22 },
  /** AWS keeps a part of the range for availability and advises twice the addresses that are to be used. */
  addressesPerUser: 2,
  /** Connections at a time by the number of associations, from one to five; AWS raises them on request. */
  connections: [7_000, 36_500, 66_500, 96_500, 126_000],
  /** Authorization rules of an endpoint. */
  authorizationRules: 200,
  /**
   * Hours after which a session ends (`SessionTimeoutHours`). AWS also takes 24, its default, which is left out: leaving
   * a group ends no session, so none may outlast a working day.
   */
  sessionHours: [8, 10, 12],
  /** Ports of an endpoint (`VpnPort`). */
  ports: [443, 1194],
  /** Characters of the login banner (`BannerText`). */
  bannerLength: 1400,
  /** Characters of an identity provider's metadata (`SAMLMetadataDocument`). */
  samlMetadataLength: { min: 1000, max: 10_000_000 },
} as const;
