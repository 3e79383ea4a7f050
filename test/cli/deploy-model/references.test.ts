import { addressOf, referencesIn } from '../../../cli/deploy-model/references';

const found = (value: unknown) => [...referencesIn(value)].sort();

describe('references in a value', () => {
  it('are found in lists and nested objects', () => {
    expect(found({ a: [{ b: ['${aws_vpc.main.id}'] }], c: '${data.aws_region.here.name}' })).toEqual([
      'aws_vpc.main',
      'data.aws_region.here',
    ]);
  });

  it('are found in the text of a JSON policy', () => {
    const policy = JSON.stringify({
      Statement: [{ Resource: 'arn:aws:s3:::${aws_s3_bucket.lake_raw-1.bucket}/*' }],
    });
    expect(found({ policy })).toEqual(['aws_s3_bucket.lake_raw-1']);
  });

  it('are found in function calls, and in templates inside their strings', () => {
    expect(found('${substr(sha256("x${aws_kms_key.a.arn}}"), 0, length(local.name))}')).toEqual([
      'aws_kms_key.a',
      'local.name',
    ]);
  });

  it('are found in indexes and keys', () => {
    expect(found('${aws_subnet.a[local.zone].id}')).toEqual(['aws_subnet.a', 'local.zone']);
    expect(found({ '${aws_vpc.main.id}': true })).toEqual(['aws_vpc.main']);
  });

  it('are found in directives', () => {
    expect(found('%{ if aws_vpc.main.id != "" }x%{ endif }')).toEqual(['aws_vpc.main']);
  });

  it('are not taken from text, escapes, strings, loops or metadata', () => {
    expect(found('aws_vpc.main.id')).toEqual([]);
    expect(found('$${aws_vpc.main.id}')).toEqual([]);
    expect(found('${lower("aws_vpc.main.id")}')).toEqual([]);
    expect(found('${[for account in self.accounts : account.id if account.email == "a\\"b.c"]}')).toEqual([]);
    expect(found('${each.value.id}${count.index}${path.module}${terraform.workspace}')).toEqual([]);
    expect(found({ '//': { metadata: '${aws_vpc.main.id}' } })).toEqual([]);
  });

  it('are all found when text and expressions alternate', () => {
    expect(found('a${aws_vpc.a.id}}b$${x.y}${aws_vpc.b.id}')).toEqual(['aws_vpc.a', 'aws_vpc.b']);
  });
});

describe('the address of a traversal', () => {
  it('ends where attributes begin', () => {
    expect(addressOf('aws_subnet.a[0].id')).toBe('aws_subnet.a');
    expect(addressOf('data.aws_vpc.a.id')).toBe('data.aws_vpc.a');
  });

  it('is not there for what is no node', () => {
    expect(addressOf('self.id')).toBeUndefined();
    expect(addressOf('length')).toBeUndefined();
  });
});
