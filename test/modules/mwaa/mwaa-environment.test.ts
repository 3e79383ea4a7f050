import { Bucket } from '../../../modules/s3/bucket';
import { MwaaEnvironment, type MwaaEnvironmentProps } from '../../../modules/mwaa/mwaa-environment';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf } from '../../support/terraform-json';

const one = { min: 1, max: 1 };
const json = (props: Partial<MwaaEnvironmentProps> = {}) =>
  synthModule((stack, provider) => {
    const lifecycle = { noncurrentDays: 30, incompleteUploadDays: 7 };
    const bucket = new Bucket(stack, 'logs', { provider, name: 'logs', lifecycle, isDisposable: false });
    new MwaaEnvironment(stack, 'airflow', {
      provider,
      accountId: '111122223333',
      region: 'eu-west-1',
      name: 'sandbox-main',
      bucketName: 'sandbox-airflow-main',
      accessLogs: { bucket, prefix: 'airflow/' },
      version: '2.11.2',
      environmentClass: 'mw1.micro',
      workers: one,
      schedulers: 1,
      webServers: one,
      webServerAccess: 'PUBLIC_ONLY',
      maintenanceWindow: 'SUN:03:00',
      options: {},
      logLevels: {
        dagProcessing: 'WARNING',
        scheduler: 'ERROR',
        task: 'INFO',
        webServer: 'CRITICAL',
        worker: 'DEBUG',
      },
      logRetentionDays: 90,
      kmsKeyArn: 'arn:key',
      network: {
        vpcId: 'vpc-1',
        vpcCidr: '10.20.0.0/16',
        subnetIds: ['subnet-1', 'subnet-2'],
        wayOut: [],
        hasNat: true,
        s3PrefixListId: 'pl-1',
      },
      files: {
        requirements: { path: 'requirements.txt', contentHash: 'a' },
        plugins: { path: 'plugins.zip', contentHash: 'b' },
        startupScript: { path: 'startup.sh', contentHash: 'c' },
      },
      secretsPrefix: 'sandbox/airflow/',
      platformParameterName: '/landing-zone/sandbox/platform',
      dagPolicies: {},
      dagPublishers: [],
      isDisposable: false,
      ...props,
    });
  });
const environmentWith = (props: Partial<MwaaEnvironmentProps> = {}) =>
  onlyResource(json(props), 'aws_mwaa_environment');

describe('MwaaEnvironment', () => {
  it('says every number: those that AWS would choose do not fit mw1.micro', () => {
    expect(environmentWith()).toMatchObject({
      environment_class: 'mw1.micro',
      min_workers: 1,
      max_workers: 1,
      schedulers: 1,
      min_webservers: 1,
      max_webservers: 1,
    });
  });

  it.each(['requirements', 'plugins', 'startup_script'])('names the version of its %s', (file) => {
    const environment = environmentWith();
    expect(environment[`${file}_s3_object_version`]).toMatch(/^\$\{aws_s3_object\..*\.version_id\}$/);
    expect(environment[`${file}_s3_path`]).toMatch(/^\$\{aws_s3_object\..*\.key\}$/);
  });

  it('is in two subnets, encrypted with the key, and logs everything from its level up', () => {
    expect(environmentWith()).toMatchObject({
      network_configuration: { subnet_ids: ['subnet-1', 'subnet-2'] },
      kms_key: 'arn:key',
      logging_configuration: {
        dag_processing_logs: { enabled: true, log_level: 'WARNING' },
        scheduler_logs: { enabled: true, log_level: 'ERROR' },
        task_logs: { enabled: true, log_level: 'INFO' },
        webserver_logs: { enabled: true, log_level: 'CRITICAL' },
        worker_logs: { enabled: true, log_level: 'DEBUG' },
      },
    });
  });

  it('waits for its five log groups, else MWAA makes them without an end', () => {
    const waits = environmentWith()['depends_on'] as string[];
    expect(waits.filter((address) => address.startsWith('aws_cloudwatch_log_group.'))).toHaveLength(5);
  });

  it('gives upgrades the two hours that AWS says they may take', () => {
    expect(environmentWith()['timeouts']).toMatchObject({ update: '180m' });
  });

  it('has a role for publishers of DAGs only when there are any', () => {
    const roles = (props: Partial<MwaaEnvironmentProps>) =>
      resourcesOf(json(props), 'aws_iam_role').map(({ name }) => name);
    expect(roles({})).toEqual(['sandbox-main-mwaa']);
    expect(roles({ dagPublishers: ['arn:aws:iam::123456789012:role/ci'] })).toEqual([
      'sandbox-main-dag-publisher',
      'sandbox-main-mwaa',
    ]);
  });
});
