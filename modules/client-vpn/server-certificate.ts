import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface ServerCertificateProps {
  readonly provider: TerraformProvider;
  readonly domain: string;
  /** Public hosted zone of the domain, in the provider's account. */
  readonly hostedZoneId: string;
}

/** A certificate for an endpoint, which ACM makes, proves by DNS, and renews by itself. */
export class ServerCertificate extends Construct {
  /** Known when the certificate has been issued. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { provider, domain, hostedZoneId }: ServerCertificateProps) {
    super(scope, id);
    const certificate = new AcmCertificate(this, 'certificate', {
      provider,
      domainName: domain,
      validationMethod: 'DNS',
      // Endpoints take RSA of 1,024 and 2,048 bits ("Mutual authentication in AWS Client VPN",
      // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/mutual.html).
      keyAlgorithm: 'RSA_2048',
      // An endpoint is never without: it is given the new certificate before the old one goes.
      lifecycle: { createBeforeDestroy: true },
      tags: { Name: domain },
    });
    const proof = certificate.domainValidationOptions.get(0);
    const record = new Route53Record(this, 'proof', {
      provider,
      zoneId: hostedZoneId,
      name: proof.resourceRecordName,
      type: proof.resourceRecordType,
      records: [proof.resourceRecordValue],
      ttl: 300,
      // ACM asks for the same record for every certificate of a domain, the next one of this endpoint included.
      allowOverwrite: true,
    });
    this.arn = new AcmCertificateValidation(this, 'validation', {
      provider,
      certificateArn: certificate.arn,
      validationRecordFqdns: [record.fqdn],
    }).certificateArn;
  }
}
