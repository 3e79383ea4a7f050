import { existsSync } from 'node:fs';
import { GetBucketVersioningCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(5 * 60 * 1000);

const bucket = 'data-platform-state';
const project = new DeployedProject();
let cloud: PrivateCloud;

beforeAll(async () => {
  project.replace('environments/organization.yaml', 'backend: local', `backend: s3\n  bucket: ${bucket}`);
  cloud = await project.start({
    seed: { stateBuckets: [{ name: bucket, region: 'eu-west-1' }] },
  });
});

afterAll(async () => {
  await project.stop();
});

describe('state in S3', () => {
  it('keeps the state of a stack under the name of the stack, and leaves no lock behind', async () => {
    await project.deploy('organization');
    const s3 = new S3Client(awsClientConfig(cloud));
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['organization']);
    expect(await s3.send(new GetBucketVersioningCommand({ Bucket: bucket }))).toMatchObject({
      Status: 'Enabled',
    });
  });

  it('keeps no state on disk', () => {
    expect(existsSync(`${cloud.folder}/.state/organization.tfstate`)).toBe(false);
  });

  it('finds its state again', async () => {
    await project.expectNothingToDo('organization');
  });
});
