import { S3_LIMITS } from '../../../config/limits/s3';
import { environmentSchema } from '../../../config/schema/environment';
import { LAKE_BUCKETS, lakeBucketName, type LakePurpose } from '../../../modules/lake/lake-bucket-name';
import { problemsWith, stageFile } from '../environment-folder';

const stageNamed = (name: string) =>
  problemsWith({ 'two.yaml': null, [`${name}.yaml`]: stageFile(name, '10.2.0.0/16') });

describe('names of buckets', () => {
  it.each(['sandbox', 'sthree1', 'xn-test'])('may begin with %s', (stage) => {
    expect(stageNamed(stage)).toEqual([]);
  });

  it.each([
    ['sthree', 'sthree-'],
    ['sthree-a', 'sthree-'],
    ['xn--a', 'xn--'],
    ['xn-', undefined],
    ['amzn-s3-demo', 'amzn-s3-demo-'],
  ])('fails for a stage %s', (stage, reserved) => {
    const problems = stageNamed(stage);
    if (reserved === undefined) {
      expect(problems).toEqual([expect.stringContaining('expected 1 to 16 lower-case letters')]);
      return;
    }
    expect(problems).toEqual([
      `environments/${stage}.yaml:1:8  stage: bucket names begin with the stage's, and S3 reserves those that begin with ${reserved}; call the stage and its file otherwise`,
    ]);
  });

  it('are never longer than S3 allows, however long the name of the stage', () => {
    const longest = 'a234567890123456';
    const { stage } = environmentSchema.shape;
    expect([stage.safeParse(longest).success, stage.safeParse(`${longest}7`).success]).toEqual([true, false]);
    const lengths = (Object.keys(LAKE_BUCKETS) as LakePurpose[]).map(
      (purpose) => lakeBucketName(longest, purpose, '123456789012').length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(S3_LIMITS.bucketNameLength.max);
  });
});
