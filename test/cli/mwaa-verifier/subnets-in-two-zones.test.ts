import { subnetsInTwoZones } from '../../../cli/mwaa-verifier/subnets-in-two-zones';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, environmentIn, environmentOf } from './describe-check';

function withSubnets(json: TerraformJson, change: (ids: string[]) => string[]): string {
  const network = environmentIn(json)['network_configuration'] as { subnet_ids: string[] };
  network.subnet_ids = change(network.subnet_ids);
  return environmentOf(json);
}

describeCheck(subnetsInTwoZones, [
  {
    sentence: 'one subnet',
    breakIt: (json) => withSubnets(json, (ids) => ids.slice(0, 1)),
    text: /found 1 in euw1-az1$/,
  },
  {
    sentence: 'three subnets',
    stage: 'isolated',
    breakIt: (json) =>
      withSubnets(json, (ids) => [...ids, `\${${addressOf(json, 'aws_subnet', 'private_subnet-az3')}.id}`]),
    text: /found 3 in euw1-az1, euw1-az2, euw1-az3$/,
  },
  {
    sentence: 'two subnets in one zone',
    breakIt: (json) => {
      attributesAt(json, addressOf(json, 'aws_subnet', 'private_subnet-az2'))['availability_zone_id'] =
        'euw1-az1';
      return environmentOf(json);
    },
    text: /found 2 in euw1-az1, euw1-az1$/,
  },
  {
    sentence: 'subnets from elsewhere',
    breakIt: (json) => withSubnets(json, () => ['subnet-1', 'subnet-2']),
    text: /found none$/,
  },
]);
