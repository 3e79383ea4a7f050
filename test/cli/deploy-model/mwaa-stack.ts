import type { StackJson } from '../../../cli/deploy-model';

/** A stage with everything MWAA needs and, beside it, a cluster and a Client VPN; wired as it should be. */
export function mwaaStack(environment: Record<string, unknown> = {}): StackJson {
  return {
    resource: {
      aws_vpc: { main: {} },
      aws_internet_gateway: { main: { vpc_id: '${aws_vpc.main.id}' } },
      aws_eip: { nat: {} },
      aws_subnet: Object.fromEntries(
        ['public', 'private-az1', 'private-az2'].map((name) => [name, { vpc_id: '${aws_vpc.main.id}' }]),
      ),
      aws_nat_gateway: {
        main: {
          allocation_id: '${aws_eip.nat.id}',
          subnet_id: '${aws_subnet.public.id}',
          depends_on: ['aws_internet_gateway.main'],
        },
      },
      aws_route_table: { private: { vpc_id: '${aws_vpc.main.id}' } },
      aws_route: {
        out: {
          route_table_id: '${aws_route_table.private.id}',
          nat_gateway_id: '${aws_nat_gateway.main.id}',
        },
      },
      aws_route_table_association: Object.fromEntries(
        ['az1', 'az2'].map((zone) => [
          zone,
          {
            route_table_id: '${aws_route_table.private.id}',
            subnet_id: `\${aws_subnet.private-${zone}.id}`,
          },
        ]),
      ),
      aws_security_group: { mwaa: { vpc_id: '${aws_vpc.main.id}' } },
      aws_vpc_security_group_ingress_rule: {
        self: { security_group_id: '${aws_security_group.mwaa.id}' },
      },
      aws_kms_key: { data: {} },
      aws_s3_bucket: { airflow: {} },
      aws_s3_bucket_versioning: { airflow: { bucket: '${aws_s3_bucket.airflow.id}' } },
      aws_s3_bucket_public_access_block: { airflow: { bucket: '${aws_s3_bucket.airflow.id}' } },
      aws_s3_bucket_lifecycle_configuration: { airflow: { bucket: '${aws_s3_bucket.airflow.id}' } },
      aws_s3_object: {
        requirements: {
          bucket: '${aws_s3_bucket.airflow.id}',
          kms_key_id: '${aws_kms_key.data.arn}',
          depends_on: ['aws_s3_bucket_versioning.airflow'],
        },
      },
      aws_iam_role: { mwaa: {} },
      aws_iam_role_policy: {
        mwaa: {
          role: '${aws_iam_role.mwaa.name}',
          policy: '{"Resource":"${aws_s3_bucket.airflow.arn}/*"}',
        },
      },
      aws_emr_cluster: { main: { subnet: '${aws_subnet.private-az1.id}' } },
      aws_ec2_client_vpn_endpoint: { main: {} },
      aws_ec2_client_vpn_network_association: {
        az1: {
          client_vpn_endpoint_id: '${aws_ec2_client_vpn_endpoint.main.id}',
          subnet_id: '${aws_subnet.private-az1.id}',
        },
      },
      aws_mwaa_environment: {
        main: {
          source_bucket_arn: '${aws_s3_bucket.airflow.arn}',
          requirements_s3_object_version: '${aws_s3_object.requirements.version_id}',
          execution_role_arn: '${aws_iam_role.mwaa.arn}',
          kms_key: '${aws_kms_key.data.arn}',
          network_configuration: {
            security_group_ids: ['${aws_security_group.mwaa.id}'],
            subnet_ids: ['${aws_subnet.private-az1.id}', '${aws_subnet.private-az2.id}'],
          },
          depends_on: [
            'aws_route.out',
            'aws_route_table_association.az1',
            'aws_route_table_association.az2',
            'aws_vpc_security_group_ingress_rule.self',
            'aws_s3_bucket_public_access_block.airflow',
            'aws_iam_role_policy.mwaa',
          ],
          ...environment,
        },
      },
    },
  };
}
