import { problemsWith, stageFile } from '../environment-folder';
import { problemsOfStage } from '../lake-stage';
import { describeRefused } from './refused-value';

const producer = (principal: string) =>
  problemsOfStage(`lake: { producers: { k: { principals: ['${principal}'], prefix: events/ } } }`);

describeRefused('lake', [
  {
    // bucket naming rules: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    what: 'a bucket name with a prefix that S3 reserves',
    problems: () => problemsWith({ 'two.yaml': null, 'sthree.yaml': stageFile('sthree', '10.2.0.0/16') }),
    told: [
      "environments/sthree.yaml:1:8  stage: bucket names begin with the stage's, and S3 reserves those that begin with sthree-; call the stage and its file otherwise",
    ],
  },
  {
    // transition constraints: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
    what: 'infrequent access before 30 days',
    problems: () => problemsOfStage('lake: { raw: { infrequentAccessAfterDays: 7 } }'),
    told: [
      'environments/two.yaml:8:43  lake.raw.infrequentAccessAfterDays: expected a whole number of days, at least 30, found 7',
    ],
  },
  {
    // the same page
    what: 'expiry no later than the move to infrequent access',
    problems: () => problemsOfStage('lake: { raw: { infrequentAccessAfterDays: 30, expireAfterDays: 30 } }'),
    told: [
      'environments/two.yaml:8:64  lake.raw.expireAfterDays: expected at least 60 days, found 30: objects move to Standard-IA after 30, where S3 charges 30 days in any case; write 60, or remove infrequentAccessAfterDays',
    ],
  },
  {
    // DaysAfterInitiation: https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortIncompleteMultipartUpload.html
    what: 'unfinished uploads that are removed after no days',
    problems: () => problemsOfStage('lake: { raw: { incompleteUploadDays: 0 } }'),
    told: [
      'environments/two.yaml:8:38  lake.raw.incompleteUploadDays: expected a whole number of days, at least 1, found 0',
    ],
  },
  {
    // Principal: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    what: 'a principal with a wildcard',
    problems: () => producer('arn:aws:iam::210987654321:role/*'),
    told: [
      'environments/two.yaml:8:40  lake.producers.k.principals[0]: expected ARNs such as arn:aws:iam::123456789012:role/kafka-connect, found "arn:aws:iam::210987654321:role/*"',
    ],
  },
  {
    // the same page: MalformedPolicy for principals that do not exist
    what: 'a principal that nobody has',
    problems: () => producer('arn:aws:iam::123456789012:role/kafka'),
    told: [
      "environments/two.yaml:8:40  lake.producers.k.principals[0]: 123456789012 is the account of AWS's documentation, and AWS refuses policies that name roles which do not exist; write the ARN of your own role",
    ],
  },
]);
