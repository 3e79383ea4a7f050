import { SamlProvider } from '../../../modules/client-vpn/saml-provider';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('SamlProvider', () => {
  it('keeps metadata as it is, and none of it as code for Terraform', () => {
    const json = synthModule((stack, provider) => {
      new SamlProvider(stack, 'saml', { provider, name: 'vpn', metadata: '<a b="${x} %{if} $ %"/>' });
    });
    expect(onlyResource(json, 'aws_iam_saml_provider')).toMatchObject({
      name: 'vpn',
      saml_metadata_document: '<a b="$${x} %%{if} $ %"/>',
    });
  });
});
