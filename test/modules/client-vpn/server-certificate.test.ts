import { ServerCertificate } from '../../../modules/client-vpn/server-certificate';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new ServerCertificate(stack, 'certificate', { provider, domain: 'vpn.acme.io', hostedZoneId: 'Z1' });
});

describe('ServerCertificate', () => {
  it('is of a kind that endpoints take, and replaced before it goes', () => {
    expect(onlyResource(json, 'aws_acm_certificate')).toMatchObject({
      domain_name: 'vpn.acme.io',
      key_algorithm: 'RSA_2048',
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
    });
  });

  it('is proved in the hosted zone, and waited for', () => {
    expect(onlyResource(json, 'aws_route53_record')).toMatchObject({ zone_id: 'Z1', allow_overwrite: true });
    expect(onlyResource(json, 'aws_acm_certificate_validation')['validation_record_fqdns']).toEqual([
      expect.stringMatching(/^\$\{aws_route53_record\.\S+\.fqdn\}$/),
    ]);
  });
});
