import type { Ec2ClientVpnEndpointAuthenticationOptions } from '@cdktf/provider-aws/lib/ec2-client-vpn-endpoint';

/** A group of people, and where it may go. */
export interface VpnGroup {
  readonly name: string;
  /** Id that the identity provider sends: of IAM Identity Center, the id of the group and not its name. */
  readonly groupId: string;
  /** Names of targets. */
  readonly targets: readonly string[];
}

/** How people prove who they are, and so what is known of them. */
export type VpnAuthentication =
  | {
      readonly type: 'saml';
      readonly samlProviderArn: string;
      /** @default - the portal uses the other one */
      readonly portalSamlProviderArn?: string;
      readonly groups: readonly VpnGroup[];
    }
  /** Whoever has a certificate of this authority, and everywhere: there are no groups. */
  | { readonly type: 'mutualTls'; readonly rootCertificateChainArn: string };

/** The same in the API's words. */
export function authenticationOptions(
  authentication: VpnAuthentication,
): Ec2ClientVpnEndpointAuthenticationOptions {
  return authentication.type === 'saml'
    ? {
        type: 'federated-authentication',
        samlProviderArn: authentication.samlProviderArn,
        selfServiceSamlProviderArn: authentication.portalSamlProviderArn,
      }
    : {
        type: 'certificate-authentication',
        rootCertificateChainArn: authentication.rootCertificateChainArn,
      };
}
