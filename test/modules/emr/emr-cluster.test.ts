import type { ClusterSize } from '../../../modules/emr/cluster-size';
import { EmrCluster } from '../../../modules/emr/emr-cluster';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf, tag, type TerraformJson } from '../../support/terraform-json';
import { BASE, SIZE } from './emr-fixture';

const TASK = { instanceType: 'm6g.2xlarge', min: 0, max: 8, volumeGb: 128 };

function cluster(size: Partial<ClusterSize> = {}, isDisposable = false): TerraformJson {
  return synthModule((stack, provider) => {
    new EmrCluster(stack, 'cluster', {
      provider,
      name: 'main',
      base: BASE,
      size: { ...SIZE, ...size },
      isDisposable,
      prerequisites: [],
    });
  });
}

describe('EmrCluster', () => {
  it('has one primary node and the fewest core nodes it was given', () => {
    expect(onlyResource(cluster(), 'aws_emr_cluster')).toMatchObject({
      name: 'sandbox-main',
      master_instance_group: { instance_type: 'm6g.xlarge', instance_count: 1 },
      core_instance_group: {
        instance_type: 'm6g.xlarge',
        instance_count: 1,
        ebs_config: [{ size: 64, type: 'gp3', volumes_per_instance: 1 }],
      },
    });
  });

  it('stands in a private subnet with all three security groups, never with some of them', () => {
    expect(onlyResource(cluster(), 'aws_emr_cluster')['ec2_attributes']).toEqual({
      instance_profile: 'sandbox-emr-node',
      subnet_id: 'subnet-1',
      emr_managed_master_security_group: 'sg-1',
      emr_managed_slave_security_group: 'sg-2',
      service_access_security_group: 'sg-3',
    });
  });

  it('keeps its logs encrypted and follows the security configuration', () => {
    expect(onlyResource(cluster(), 'aws_emr_cluster')).toMatchObject({
      log_uri: 's3://artifacts/emr-logs/',
      log_encryption_kms_key_id: BASE.logKeyArn,
      security_configuration: 'sandbox-1',
    });
  });

  it("carries the tags that EMR's policy and ours ask for", () => {
    const attributes = onlyResource(cluster(), 'aws_emr_cluster');
    expect(tag(attributes, 'for-use-with-amazon-emr-managed-policies')).toBe('true');
    expect(tag(attributes, 'EmrPlatform')).toBe('sandbox');
  });

  it('scales between its limits, and leaves the number of nodes to that', () => {
    const json = cluster({ task: TASK });
    expect(onlyResource(json, 'aws_emr_managed_scaling_policy')['compute_limits']).toEqual([
      {
        unit_type: 'Instances',
        minimum_capacity_units: 1,
        maximum_capacity_units: 11,
        maximum_ondemand_capacity_units: 11,
        maximum_core_capacity_units: 3,
      },
    ]);
    expect(onlyResource(json, 'aws_emr_cluster')['lifecycle']).toEqual({
      ignore_changes: ['core_instance_group[0].instance_count'],
    });
    expect(onlyResource(json, 'aws_emr_instance_group')).toMatchObject({
      instance_type: 'm6g.2xlarge',
      lifecycle: { ignore_changes: ['instance_count'] },
    });
  });

  it('has no task nodes unless it is given some', () => {
    expect(resourcesOf(cluster(), 'aws_emr_instance_group')).toEqual([]);
  });

  it('is protected from being ended', () => {
    expect(onlyResource(cluster(), 'aws_emr_cluster')['termination_protection']).toBe(true);
  });

  it('is not protected when it may be thrown away, or ends itself', () => {
    expect(onlyResource(cluster({}, true), 'aws_emr_cluster')['termination_protection']).toBe(false);
    const idle = onlyResource(cluster({ idleTimeoutMinutes: 60 }), 'aws_emr_cluster');
    expect(idle['termination_protection']).toBe(false);
    expect(idle['auto_termination_policy']).toEqual({ idle_timeout: 3600 });
  });

  it('runs no steps of its own: those could not have a role, and a change would replace the cluster', () => {
    expect(onlyResource(cluster(), 'aws_emr_cluster')).not.toHaveProperty('step');
  });
});
