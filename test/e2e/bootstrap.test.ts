import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { command, type CommandResult } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(8 * 60 * 1000);

const bucket = 'data-platform-managed-state';
const project = new DeployedProject();
let cloud: PrivateCloud;
let s3: S3Client;

const bootstrap = (): Promise<CommandResult> =>
  command(
    process.execPath,
    [join(project.folder, 'cli/lz.cjs'), 'bootstrap'],
    project.folder,
    cloud.environment,
  );

/** Starts it, and kills it with everything that it has started as soon as its output says something. */
function bootstrapKilledAfter(words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(project.folder, 'cli/lz.cjs'), 'bootstrap'], {
      cwd: project.folder,
      env: { ...cloud.environment, CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, which can be killed as one.
      detached: true,
    });
    let output = '';
    let isKilled = false;
    const onData = (chunk: Buffer) => {
      output += chunk.toString();
      if (isKilled || child.pid === undefined || !words.test(output)) return;
      isKilled = true;
      process.kill(-child.pid, 'SIGKILL');
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

const keys = async (): Promise<(string | undefined)[]> => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key }) => Key);
};

beforeAll(async () => {
  cloud = await project.start();
  s3 = new S3Client(awsClientConfig(cloud));
});

afterAll(async () => {
  await project.stop();
});

describe('lz bootstrap', () => {
  it('fails, and says what to write, when there is no bucket to make', async () => {
    const { exitCode, output } = await bootstrap();
    expect(exitCode).toBe(1);
    expect(output).toContain('there is no state bucket to make; write state: { backend: s3, managed: true');
  });

  it('may be killed while it makes the bucket', async () => {
    project.replace(
      'environments/organization.yaml',
      'backend: local',
      `backend: s3\n  managed: true\n  bucket: ${bucket}`,
    );
    const output = await bootstrapKilledAfter(/aws_s3_bucket\.\S+ Creation complete/);
    expect(output).not.toContain('Apply complete');
  });

  it('makes what is missing and moves its own state into the bucket', async () => {
    const { exitCode, output } = await bootstrap();
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toContain(`bucket ${bucket} is ready`);
    expect(await keys()).toEqual(['state']);
  });

  it('makes it versioned, encrypted, private, and closed to plain HTTP', async () => {
    const named = { Bucket: bucket };
    expect(await s3.send(new GetBucketVersioningCommand(named))).toMatchObject({ Status: 'Enabled' });
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand(named));
    expect(
      ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
    ).toBe('aws:kms');
    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand(named));
    expect(Object.values(PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
    const { Policy } = await s3.send(new GetBucketPolicyCommand(named));
    expect(Policy).toContain('DenyPlainHttp');
  });

  it('leaves no state on this machine', () => {
    expect(existsSync(join(cloud.folder, '.state/bootstrap'))).toBe(false);
    expect(existsSync(join(cloud.folder, '.state/state.tfstate'))).toBe(false);
  });

  it('changes nothing when it is run again', async () => {
    const { exitCode, output } = await bootstrap();
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toContain('No changes.');
    expect(output).not.toContain('make the bucket');
  });

  it('goes on where a run was killed after everything was made and before its state was moved', async () => {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'state' }));
    const { exitCode, output } = await bootstrap();
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toMatch(/3 to import/);
    expect(output).toContain(`bucket ${bucket} is ready`);
    expect(await keys()).toEqual(['state']);
  });

  it('is then what other stacks use', async () => {
    await project.deploy('organization');
    expect(await keys()).toEqual(['organization', 'state']);
  });
});
