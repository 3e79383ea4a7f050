import { securityGroup } from '../../../cli/mwaa-verifier/security-group';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import {
  addressOf,
  describeCheck,
  environmentIn,
  environmentOf,
  findingsOf,
  removeAt,
} from './describe-check';

const group = (json: TerraformJson) => addressOf(json, 'aws_security_group', 'airflow-main_network');
const ingress = (json: TerraformJson, name: string) =>
  addressOf(json, 'aws_vpc_security_group_ingress_rule', `airflow-main_network_${name}`);
const egress = (json: TerraformJson, name: string) =>
  addressOf(json, 'aws_vpc_security_group_egress_rule', `airflow-main_network_${name}`);

function without(json: TerraformJson, rule: string): string {
  removeAt(json, rule);
  return group(json);
}

describeCheck(securityGroup, [
  {
    sentence: 'a group that lets nothing in',
    breakIt: (json) => without(json, ingress(json, 'from-itself')),
    text: /ingress rules that let ports 443 and 5432 in from the group itself, found none for 443 and 5432/,
  },
  {
    sentence: 'a group that does not let out to itself',
    stage: 'isolated',
    breakIt: (json) => without(json, egress(json, 'to-itself')),
    text: /egress rules that let ports 443 and 5432 out to the group itself/,
  },
  {
    sentence: 'a group that lets in web traffic but not the database',
    breakIt: (json) => {
      Object.assign(attributesAt(json, ingress(json, 'from-itself')), {
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
      });
      return group(json);
    },
    text: /found none for 5432;/,
  },
  {
    sentence: 'a group that lets in another group',
    breakIt: (json) => {
      const other = addressOf(json, 'aws_security_group', 'primary');
      attributesAt(json, ingress(json, 'from-itself'))['referenced_security_group_id'] = `\${${other}.id}`;
      return group(json);
    },
    text: /in from the group itself/,
  },
  {
    sentence: 'no way to AWS through NAT',
    breakIt: (json) => without(json, egress(json, 'https-out')),
    text: /expected an egress rule for port 443 to 0\.0\.0\.0\/0, found none/,
  },
  {
    sentence: 'no way to endpoints',
    stage: 'isolated',
    breakIt: (json) => [without(json, egress(json, 'https-to-vpc')), group(json)],
    text: /egress rule for port 443 to 10\.23\.[04]\.0\/23/,
  },
  {
    sentence: 'no way to S3',
    stage: 'isolated',
    breakIt: (json) => without(json, egress(json, 'https-to-s3')),
    text: /port 443 to the prefix list of S3/,
  },
  {
    sentence: 'an environment without a group',
    breakIt: (json) => {
      (environmentIn(json)['network_configuration'] as Record<string, unknown>)['security_group_ids'] = [
        'sg-1',
      ];
      return environmentOf(json);
    },
    text: /expected a security group of the stage, found none/,
  },
]);

it('reads rules that stand in the group, and those of the older kind', () => {
  const json = structuredClone(parsedLandingZone(fixtureConfig())['sandbox'] ?? {});
  const address = group(json);
  for (const rule of [ingress(json, 'from-itself'), egress(json, 'to-itself'), egress(json, 'https-out')])
    removeAt(json, rule);
  const all = { self: true, protocol: '-1', from_port: 0, to_port: 0 };
  Object.assign(attributesAt(json, address), {
    ingress: [all],
    egress: [all, { cidr_blocks: ['0.0.0.0/0'], protocol: 'tcp', from_port: 443, to_port: 443 }],
  });
  expect(findingsOf(securityGroup, json)).toEqual([]);
  delete attributesAt(json, address)['ingress'];
  expect(findingsOf(securityGroup, json)).toHaveLength(1);
  (json.resource ?? {})['aws_security_group_rule'] = {
    itself: { ...all, type: 'ingress', security_group_id: `\${${address}.id}` },
  };
  expect(findingsOf(securityGroup, json)).toEqual([]);
});
