import { INTERFACE_ENDPOINT_PRESETS } from '../../../config';
import { endpoints } from '../../../cli/mwaa-verifier/endpoints';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, environmentOf, removeAt, type Breach } from './describe-check';

const endpoint = (json: TerraformJson, service: string) =>
  addressOf(json, 'aws_vpc_endpoint', `interface-endpoint_${service.replace('.', '')}_`);

const missing = INTERFACE_ENDPOINT_PRESETS.mwaa.map((service): Breach => ({
  sentence: `that there is no way to ${service}`,
  stage: 'isolated',
  breakIt: (json) => {
    removeAt(json, endpoint(json, service));
    return environmentOf(json);
  },
  text: new RegExp(`found none of ${service.replace('.', '\\.')};`),
}));

describeCheck(endpoints, [
  ...missing,
  {
    sentence: 'a subnet whose route to NAT is gone',
    breakIt: (json) => {
      removeAt(json, addressOf(json, 'aws_route', 'nat-route-az2'));
      return environmentOf(json);
    },
    text: /found none of airflow\.api, .*, sqs; write mwaa into network\.endpoints\.interface/,
  },
  {
    sentence: 'an endpoint in one subnet only',
    stage: 'isolated',
    breakIt: (json) => {
      const sqs = attributesAt(json, endpoint(json, 'sqs'));
      sqs['subnet_ids'] = (sqs['subnet_ids'] as string[]).slice(1);
      return endpoint(json, 'sqs');
    },
    text: /in both subnets of the environment, found it not in aws_subnet\.\S+az1/,
  },
  {
    sentence: 'an endpoint without private DNS',
    stage: 'isolated',
    breakIt: (json) => {
      attributesAt(json, endpoint(json, 'logs'))['private_dns_enabled'] = false;
      return endpoint(json, 'logs');
    },
    text: /expected private DNS, found it off/,
  },
  {
    sentence: 'an endpoint of another region',
    stage: 'isolated',
    breakIt: (json) => {
      attributesAt(json, endpoint(json, 'kms'))['service_name'] = 'com.amazonaws.eu-north-1.kms';
      return environmentOf(json);
    },
    text: /found none of kms;/,
  },
  {
    sentence: 'endpoints that let nobody in',
    stage: 'isolated',
    breakIt: (json) => {
      removeAt(
        json,
        addressOf(json, 'aws_vpc_security_group_ingress_rule', 'interface-endpoint_https-from-vpc'),
      );
      return INTERFACE_ENDPOINT_PRESETS.mwaa.map((service) => endpoint(json, service));
    },
    text: /expected a security group that lets in port 443/,
  },
  {
    sentence: 'endpoints that let in the first subnet only',
    stage: 'isolated',
    breakIt: (json) => {
      const rule = addressOf(
        json,
        'aws_vpc_security_group_ingress_rule',
        'interface-endpoint_https-from-vpc',
      );
      attributesAt(json, rule)['cidr_ipv4'] = '10.23.0.0/23';
      return INTERFACE_ENDPOINT_PRESETS.mwaa.map((service) => endpoint(json, service));
    },
    text: /expected a security group that lets in port 443/,
  },
  {
    sentence: 'a subnet that S3 has no route in',
    stage: 'isolated',
    breakIt: (json) => {
      const s3 = attributesAt(json, addressOf(json, 'aws_vpc_endpoint', 'gateway-endpoint_s3'));
      s3['route_table_ids'] = (s3['route_table_ids'] as string[]).slice(0, 1);
      return addressOf(json, 'aws_subnet', 'private_subnet-az2');
    },
    text: /expected a route to the gateway endpoint of S3/,
  },
]);
