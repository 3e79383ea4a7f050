import { queryStatements, type QueryStatementsProps } from '../../../modules/athena/query-statements';

const RESULTS = 'arn:aws:s3:::results';
const CURATED = 'arn:aws:s3:::curated';
const statementsOf = (props: Partial<QueryStatementsProps> = {}) =>
  queryStatements({
    accountId: '111122223333',
    region: 'eu-west-1',
    workGroups: [{ name: 'engineers', resultsBucketArn: RESULTS, resultsPrefix: 'engineers/' }],
    databases: [{ name: 'curated', bucketArn: CURATED }],
    kmsKeyArn: 'arn:key',
    ...props,
  });
const statement = (sid: string, props?: Partial<QueryStatementsProps>) =>
  statementsOf(props).find(({ Sid }) => Sid === sid);

describe('queryStatements', () => {
  it('runs queries in the work groups only', () => {
    expect(statement('RunQueries')?.Resource).toEqual([
      'arn:aws:athena:eu-west-1:111122223333:workgroup/engineers',
    ]);
  });

  it('reads tables of its databases, and the database that Athena always asks for', () => {
    const glue = 'arn:aws:glue:eu-west-1:111122223333';
    expect(statement('ReadTables')?.Resource).toEqual([
      `${glue}:catalog`,
      `${glue}:database/default`,
      `${glue}:database/curated`,
      `${glue}:table/curated/*`,
    ]);
  });

  it('reads data and writes results below the prefix of the work group', () => {
    expect(statement('ReadData')).toMatchObject({ Action: 's3:GetObject', Resource: [`${CURATED}/*`] });
    expect(statement('WriteAndReadResults')?.Resource).toEqual([`${RESULTS}/engineers/*`]);
    expect(statement('ListResults')).toMatchObject({
      Resource: [RESULTS],
      Condition: { StringLike: { 's3:prefix': ['engineers/*'] } },
    });
  });

  it('changes no table, no data and no work group', () => {
    const actions = statementsOf().flatMap(({ Action }) => Action);
    expect(
      actions.filter((action) =>
        /^glue:(?!Get|BatchGet)|^s3:Delete|^athena:(?:Create|Update|Delete)/.test(action),
      ),
    ).toEqual([]);
    const writing = statementsOf().filter(({ Action }) => [Action].flat().includes('s3:PutObject'));
    expect(writing.flatMap(({ Resource }) => Resource)).toEqual([`${RESULTS}/engineers/*`]);
  });

  it('uses the key through Glue and S3 only, and encrypts text of its own for the catalog alone', () => {
    const through = (service: string) => ({
      StringEquals: { 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` },
    });
    expect(statement('UseTheDataKey')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: 'arn:key',
      Condition: through('s3'),
    });
    expect(statement('UseTheCatalogKey')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: 'arn:key',
      Condition: through('glue'),
    });
  });

  it('names a results bucket once, however many work groups write to it', () => {
    const group = (name: string) => ({ name, resultsBucketArn: RESULTS, resultsPrefix: `${name}/` });
    expect(statement('FindResults', { workGroups: [group('a'), group('b')] })?.Resource).toEqual([RESULTS]);
  });

  it('says nothing about data when there is no database, and nothing at all without a work group', () => {
    expect(statement('ReadData', { databases: [] })).toBeUndefined();
    expect(statementsOf({ workGroups: [] })).toEqual([]);
  });
});
