import { type Resources, merged, policy } from './resources';

const DATA_KEY = '${aws_kms_key.data.arn}';
const DATA_BUCKET = '${aws_s3_bucket.data.bucket}';
const TAGGED = { 'for-use-with-amazon-emr-managed-policies': 'true' };

/** A cluster with everything around it, and a template for more. */
export function emr(): Resources {
  return merged(network(), roles(), clusters(), {
    aws_ssm_parameter: {
      template: {
        name: '/rt/emr/job-flow-template',
        description: 'Request for RunJobFlow',
        type: 'String',
        tier: 'Advanced',
        insecure_value: JSON.stringify({ Name: 'transient', Padding: 'x'.repeat(4096) }),
        tags: { Name: 'template' },
      },
      small: { name: '/rt/emr/small', type: 'String', insecure_value: '{}' },
    },
  });
}

function network(): Resources {
  const group = (name: string) => ({
    name: `rt-emr-${name}`,
    description: `EMR ${name}`,
    vpc_id: '${aws_vpc.this.id}',
    revoke_rules_on_delete: true,
    tags: { Name: `rt-emr-${name}`, ...TAGGED },
  });
  const tcp = (port: number) => ({ ip_protocol: 'tcp', from_port: port, to_port: port });
  return {
    aws_vpc: { this: { cidr_block: '10.99.0.0/16', tags: { Name: 'rt', ...TAGGED } } },
    aws_subnet: {
      this: { vpc_id: '${aws_vpc.this.id}', cidr_block: '10.99.0.0/24', tags: { Name: 'rt', ...TAGGED } },
    },
    aws_vpc_endpoint: {
      s3: { vpc_id: '${aws_vpc.this.id}', service_name: 'com.amazonaws.eu-west-1.s3' },
    },
    aws_security_group: {
      primary: group('primary'),
      core: group('core'),
      service: group('service-access'),
    },
    aws_vpc_security_group_egress_rule: {
      primary_to_core: {
        security_group_id: '${aws_security_group.primary.id}',
        referenced_security_group_id: '${aws_security_group.core.id}',
        ip_protocol: '-1',
        description: 'To core nodes',
      },
      service_to_primary: {
        security_group_id: '${aws_security_group.service.id}',
        referenced_security_group_id: '${aws_security_group.primary.id}',
        description: 'EMR service to primary nodes',
        ...tcp(8443),
      },
      primary_to_aws: {
        security_group_id: '${aws_security_group.primary.id}',
        cidr_ipv4: '0.0.0.0/0',
        description: 'AWS services through NAT',
        tags: { Name: 'to-aws' },
        ...tcp(443),
      },
      primary_to_s3: {
        security_group_id: '${aws_security_group.primary.id}',
        prefix_list_id: '${aws_vpc_endpoint.s3.prefix_list_id}',
        description: 'S3 through its gateway endpoint',
        ...tcp(443),
      },
    },
    aws_vpc_security_group_ingress_rule: {
      service_from_primary: {
        security_group_id: '${aws_security_group.service.id}',
        referenced_security_group_id: '${aws_security_group.primary.id}',
        description: 'Primary node to EMR service',
        ...tcp(9443),
      },
    },
  };
}

function roles(): Resources {
  const trust = (service: string, condition?: object) =>
    policy({
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      ...(condition === undefined ? {} : { Condition: condition }),
    });
  return {
    aws_iam_role: {
      service: {
        name: 'rt-emr-service',
        assume_role_policy: trust('elasticmapreduce.amazonaws.com', {
          ArnLike: { 'aws:SourceArn': 'arn:aws:elasticmapreduce:eu-west-1:*:*' },
        }),
      },
      node: { name: 'rt-emr-node', assume_role_policy: trust('ec2.amazonaws.com'), tags: { Name: 'node' } },
    },
    aws_iam_role_policy_attachment: {
      service: {
        role: '${aws_iam_role.service.name}',
        policy_arn: 'arn:aws:iam::aws:policy/service-role/AmazonEMRServicePolicy_v2',
      },
      node: {
        role: '${aws_iam_role.node.name}',
        policy_arn: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
      },
    },
    aws_iam_role_policy: {
      node: {
        name: 'node',
        role: '${aws_iam_role.node.id}',
        policy: policy({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }),
      },
    },
    aws_iam_instance_profile: {
      node: { name: 'rt-emr-node', role: '${aws_iam_role.node.name}', tags: { Name: 'node' } },
    },
  };
}

function clusters(): Resources {
  return {
    aws_emr_security_configuration: {
      this: { name: 'rt', configuration: JSON.stringify(securityConfiguration) },
    },
    aws_emr_cluster: { main, small },
    aws_emr_instance_group: {
      task: {
        cluster_id: '${aws_emr_cluster.main.id}',
        name: 'task',
        instance_type: 'm5.xlarge',
        instance_count: 1,
        ebs_config: [{ size: 64, type: 'gp3', volumes_per_instance: 1 }],
      },
    },
    aws_emr_managed_scaling_policy: {
      main: {
        cluster_id: '${aws_emr_cluster.main.id}',
        compute_limits: [
          {
            unit_type: 'Instances',
            minimum_capacity_units: 2,
            maximum_capacity_units: 6,
            maximum_ondemand_capacity_units: 6,
            maximum_core_capacity_units: 4,
          },
        ],
      },
    },
  };
}

const securityConfiguration = {
  AuthorizationConfiguration: { IAMConfiguration: { EnableApplicationScopedIAMRole: true } },
  EncryptionConfiguration: {
    EnableAtRestEncryption: true,
    EnableInTransitEncryption: true,
    AtRestEncryptionConfiguration: {
      S3EncryptionConfiguration: { EncryptionMode: 'SSE-KMS', AwsKmsKey: DATA_KEY },
      LocalDiskEncryptionConfiguration: {
        EncryptionKeyProviderType: 'AwsKms',
        AwsKmsKey: DATA_KEY,
        EnableEbsEncryption: true,
      },
    },
    InTransitEncryptionConfiguration: {
      TLSCertificateConfiguration: {
        CertificateProviderType: 'PEM',
        S3Object: `s3://${DATA_BUCKET}/certificates/tls.zip`,
      },
    },
  },
  InstanceMetadataServiceConfiguration: {
    MinimumInstanceMetadataServiceVersion: 2,
    HttpPutResponseHopLimit: 1,
  },
};

const ec2Attributes = {
  instance_profile: '${aws_iam_instance_profile.node.name}',
  subnet_id: '${aws_subnet.this.id}',
  emr_managed_master_security_group: '${aws_security_group.primary.id}',
  emr_managed_slave_security_group: '${aws_security_group.core.id}',
  service_access_security_group: '${aws_security_group.service.id}',
};

const permissions = [
  'aws_iam_role_policy_attachment.service',
  'aws_iam_role_policy_attachment.node',
  'aws_iam_role_policy.node',
];

/** With everything that the modules of this repository say. */
const main = {
  name: 'rt-main',
  release_label: 'emr-7.12.0',
  applications: ['Hadoop', 'Spark', 'Hive', 'Livy'],
  configurations_json: JSON.stringify([
    { Classification: 'iceberg-defaults', Properties: { 'iceberg.enabled': 'true' } },
    { Classification: 'spark-defaults', Properties: { 'spark.sql.shuffle.partitions': '200' } },
  ]),
  service_role: '${aws_iam_role.service.arn}',
  security_configuration: '${aws_emr_security_configuration.this.name}',
  log_uri: `s3://${DATA_BUCKET}/emr-logs/`,
  log_encryption_kms_key_id: DATA_KEY,
  ec2_attributes: ec2Attributes,
  master_instance_group: { name: 'primary', instance_type: 'm5.xlarge', instance_count: 1 },
  core_instance_group: {
    name: 'core',
    instance_type: 'm5.xlarge',
    instance_count: 2,
    ebs_config: [{ size: 64, type: 'gp3', volumes_per_instance: 1 }],
  },
  scale_down_behavior: 'TERMINATE_AT_TASK_COMPLETION',
  step_concurrency_level: 10,
  keep_job_flow_alive_when_no_steps: true,
  termination_protection: false,
  auto_termination_policy: { idle_timeout: 3600 },
  tags: { Name: 'rt-main', ...TAGGED },
  depends_on: permissions,
};

/** With as little as the provider takes. */
const small = {
  name: 'rt-small',
  release_label: 'emr-6.15.0',
  applications: ['Spark'],
  service_role: '${aws_iam_role.service.arn}',
  ec2_attributes: ec2Attributes,
  master_instance_group: { instance_type: 'm5.xlarge' },
  tags: TAGGED,
  depends_on: permissions,
};
