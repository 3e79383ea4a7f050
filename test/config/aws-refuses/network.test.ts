import { problemsOfNetwork, problemsWith, stageFile } from '../environment-folder';
import { describeRefused } from './refused-value';

describeRefused('network', [
  {
    // Subnet CIDR blocks: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    what: 'subnets below /28',
    problems: () => problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/23') }),
    told: [
      "environments/two.yaml:7:9  network.cidr: expected a range of /16 to /22, found 10.2.0.0/23: it would be cut into private subnets of /26 and public ones of /29, and AWS's smallest subnet is /28; use a free block such as 10.2.0.0/22",
    ],
  },
  {
    // AvailabilityZoneId of CreateSubnet: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
    what: 'an Availability Zone of another region',
    problems: () => problemsOfNetwork('  zoneIds: [euw1-az1, euw2-az1]'),
    told: [
      'environments/two.yaml:8:23  network.zoneIds[1]: euw2-az1 is no zone of eu-west-1; write ids such as euw1-az1, euw1-az2, euw1-az3 in network.zoneIds',
    ],
  },
  {
    // AWS Availability Zones: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
    what: 'more Availability Zones than a region gives',
    problems: () => problemsOfNetwork('  zones: 3', 'region: us-west-1'),
    told: [
      'environments/two.yaml:8:10  network.zones: 3 zones are more than us-west-1 gives every account (usw1-az1, usw1-az3); write zones: 2, or name the zones in network.zoneIds',
    ],
  },
  {
    // ServiceName of CreateVpcEndpoint: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
    what: 'an endpoint service by its full name, which gets the region twice',
    problems: () => problemsOfNetwork('  endpoints: { interface: [com.amazonaws.eu-west-1.kms] }'),
    told: [
      'environments/two.yaml:8:28  network.endpoints.interface[0]: expected a set (mwaa, emr, queries, dags, shell) or a service such as secretsmanager, without com.amazonaws.<region>. before it, found "com.amazonaws.eu-west-1.kms"',
    ],
  },
  {
    // partitions: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
    what: 'a region that belongs to another partition',
    problems: () => problemsOfNetwork('region: us-gov-west-1'),
    told: [
      'environments/two.yaml:8:9  region: expected a region of the commercial AWS partition, such as eu-west-1, found "us-gov-west-1"; GovCloud and China have organizations of their own and are not supported',
    ],
  },
]);
