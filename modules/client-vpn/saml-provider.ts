import { IamSamlProvider } from '@cdktf/provider-aws/lib/iam-saml-provider';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface SamlProviderProps {
  readonly provider: TerraformProvider;
  /** Unique in the account. */
  readonly name: string;
  /** Metadata of the identity provider, as XML. Holds no secret. */
  readonly metadata: string;
}

/** An identity provider that an endpoint lets people sign in with. */
export class SamlProvider extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { provider, name, metadata }: SamlProviderProps) {
    super(scope, id);
    this.arn = new IamSamlProvider(this, 'provider', {
      provider,
      name,
      // The file is from somewhere else: nothing in it is to be code for Terraform.
      samlMetadataDocument: metadata.replace(/([$%])\{/g, '$1$1{'),
      tags: { Name: name },
    }).arn;
  }
}
