import { problemsWith, stageFile } from '../environment-folder';
import { problemsOfStage } from '../lake-stage';
import { describeRefused } from './refused-value';

const inAccount = (from: string, to: string) =>
  problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16').replace(from, to) });
const tagsOf = (count: number) => Array.from({ length: count }, (_, index) => `t${index}: x`).join(', ');

describeRefused('account', [
  {
    // Email of CreateAccount: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
    what: 'an e-mail address with an apostrophe',
    problems: () => inAccount('aws+two@acme.io', "o'brien@acme.io"),
    told: [
      'environments/two.yaml:4:10  account.email: expected an e-mail address AWS takes for a root user: 6 to 64 ASCII characters, one @, none of the characters " \' ( ) < > [ ] : ; , \\ | % & or space before it, no leading dot, no ${, and a domain with a dot, found "o\'brien@acme.io"; use an address of a mailbox your team reads, such as aws+data-sandbox@your-domain',
    ],
  },
  {
    // EMAIL_ALREADY_EXISTS of CreateAccountStatus: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccountStatus.html
    what: 'an e-mail address that another account has in other case',
    problems: () => inAccount('aws+two@acme.io', 'AWS+One@acme.io'),
    told: [
      'environments/two.yaml:4:10  account.email: "AWS+One@acme.io" is used by one (environments/one.yaml:4:10) already; each account needs its own address, in which upper and lower case are the same; add +<stage> before the @',
    ],
  },
  {
    // AccountName of CreateAccount: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
    what: 'an account name with an umlaut',
    problems: () => inAccount('name: data-two', 'name: data-größe'),
    told: [
      'environments/two.yaml:3:9  account.name: expected 1 to 50 printable ASCII characters without < > or ${, and no space at either end, found "data-größe"',
    ],
  },
  {
    // AccountId: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html
    what: 'an account id of eleven digits',
    problems: () => inAccount('name: data-two', "name: data-two\n  id: '12345678901'"),
    told: [
      'environments/two.yaml:4:7  account.id: expected a 12-digit AWS account id in quotes, found "12345678901"',
    ],
  },
  {
    // OU maximum nesting: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
    what: 'a unit six levels deep',
    problems: () => inAccount('workloads/non-production', 'a/b/c/d/e/f'),
    told: [
      'environments/two.yaml:5:9  account.unit: expected a path of at most 5 unit names of 1 to 128 printable characters without -- or ${, separated by /, found "a/b/c/d/e/f"; write it without a leading or trailing /, such as workloads/production',
    ],
  },
  {
    // tag naming limits: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
    what: 'a tag value with a semicolon',
    problems: () => problemsOfStage("tags: { Team: 'data; platform' }"),
    told: [
      'environments/two.yaml:8:15  tags.Team: expected tags: keys of 1 to 128 characters not beginning with aws:, values of at most 256, both of letters, digits, spaces and _ . : / = + - @, found "data; platform"',
    ],
  },
  {
    // Tags of CreateRole, which IAM compares without case: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
    what: 'tags that differ in case only',
    problems: () => problemsOfStage('tags: { Team: data, team: data }'),
    told: [
      'environments/two.yaml:8:27  tags.team: differs only in case from "Team" (environments/two.yaml:8:15); write both the same way',
    ],
  },
  {
    // the same page on tags, 50 per resource
    what: 'more tags than a resource can have',
    problems: () => problemsOfStage(`tags: { ${tagsOf(50)} }`),
    told: [
      'environments/two.yaml:8:1  tags: expected at most 50 tags on a resource, found 54: 0 in organization.yaml tags, 50 in tags, 0 in account.tags and Stage, ManagedBy, Name, for-use-with-amazon-emr-managed-policies; AWS allows no more',
    ],
  },
]);
