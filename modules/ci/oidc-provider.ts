import { DataAwsIamOpenidConnectProvider } from '@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OidcProviderProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  /** URL of the issuer, with `https://` and without a trailing slash. */
  readonly issuer: string;
  /** What tokens are made for: their claim `aud`. */
  readonly audience: string;
  /** Whether the account has one for this issuer already, which is then read and not changed. */
  readonly isExisting: boolean;
}

/**
 * Makes an account believe the tokens of one issuer, or finds that it does. No thumbprint: for issuers whose certificate a
 * known authority signed, AWS does without ("Create an OpenID Connect (OIDC) identity provider in IAM",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html).
 */
export class OidcProvider extends Construct {
  readonly arn: string;
  /** Name of the issuer in condition keys: its URL without `https://`. */
  readonly issuerName: string;
  readonly audience: string;
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: OidcProviderProps) {
    super(scope, id);
    const { provider, issuer, audience } = props;
    this.issuerName = issuer.replace(/^https:\/\//, '');
    this.audience = audience;
    // Built from the name: so trust policies can be read in the first plan.
    this.arn = `arn:aws:iam::${props.accountId}:oidc-provider/${this.issuerName}`;
    this.ready = [
      props.isExisting
        ? new DataAwsIamOpenidConnectProvider(this, 'existing', {
            provider,
            url: issuer,
            lifecycle: {
              postcondition: [
                {
                  condition: `\${contains(self.client_id_list, ${JSON.stringify(audience)})}`,
                  errorMessage: `the provider for ${issuer} does not take tokens for ${audience}; let its owner add that audience, or correct ci in environments/organization.yaml`,
                },
              ],
            },
          })
        : new IamOpenidConnectProvider(this, 'provider', {
            provider,
            url: issuer,
            clientIdList: [audience],
            tags: { Name: this.issuerName },
          }),
    ];
  }
}
