import { accountId, cidr, rootEmail, tags } from '../../../config/schema/fields';
import { unitPath } from '../../../config/schema/organization';

describe('a root e-mail address', () => {
  it.each([
    'aws@acme.io',
    'aws+data-sandbox@acme.io',
    'a@b.co',
    'aws.o-brien_1@mail.acme.co.uk',
    'a.b!#$*+-/=?^_`{}~@acme.io',
    `${'a'.repeat(56)}@acme.io`,
  ])('may be %s', (email) => {
    expect(rootEmail('').safeParse(email).success).toBe(true);
  });

  it.each([
    ['has no @', 'acme.io'],
    ['has two @', 'a@b@acme.io'],
    ['has no domain', 'aws@'],
    ['has nothing before the @', '@acme.io'],
    ['has no dot in its domain', 'aws@localhost'],
    ['begins with a dot', '.aws@acme.io'],
    ['has a space', 'a ws@acme.io'],
    ['has an apostrophe', "o'brien@acme.io"],
    ['has a quote', '"aws"@acme.io'],
    ['has a percent sign', 'a%b@acme.io'],
    ['has an ampersand', 'a&b@acme.io'],
    ['has a comma', 'a,b@acme.io'],
    ['has a bracket', 'a(b)@acme.io'],
    ['has an umlaut', 'jürgen@acme.io'],
    ['has a domain with an umlaut', 'aws@münchen.de'],
    ['has a domain that begins with a hyphen', 'aws@-acme.io'],
    ['has a domain that ends with a dot', 'aws@acme.io.'],
    ['has an underscore in its domain', 'aws@ac_me.io'],
    ['is one character too short', 'a@b.c'],
    ['is one character too long', `${'a'.repeat(57)}@acme.io`],
    ['has a line break behind it', 'aws@acme.io\n'],
    ['is no text', 5],
  ])('fails when it %s', (_, email) => {
    expect(rootEmail('').safeParse(email).success).toBe(false);
  });
});

describe('an IPv4 range', () => {
  it.each(['10.0.0.0/8', '10.20.0.0/16', '192.168.4.0/22', '0.0.0.0/0', '10.1.2.3/32'])(
    'may be %s',
    (range) => {
      expect(cidr('').safeParse(range).success).toBe(true);
    },
  );

  it.each([
    '10.20.0.0',
    '10.20.0.0/33',
    '10.20.0.1/16',
    '10.20/16',
    '256.0.0.0/8',
    '010.0.0.0/8',
    '::/0',
    '10.0.0.0/8 ',
    '',
  ])('fails for %j', (range) => {
    expect(cidr('').safeParse(range).success).toBe(false);
  });
});

describe('an account id', () => {
  it('may begin with a zero', () => {
    expect(accountId('').safeParse('012345678901').success).toBe(true);
  });

  it.each(['1234567890123', '12345678901', '12345678901a', '123456789012\n', 123456789012])(
    'fails for %j',
    (id) => {
      expect(accountId('').safeParse(id).success).toBe(false);
    },
  );
});

describe('the path of a unit', () => {
  it.each(['suspended', 'workloads/production', 'a/b/c/d/e', 'Data & AI'])('may be %s', (path) => {
    expect(unitPath('').safeParse(path).success).toBe(true);
  });

  it.each(['', '/a', 'a/', 'a//b', ' a', 'a /b', 'a/b/c/d/e/f', 'x'.repeat(129)])('fails for %j', (path) => {
    expect(unitPath('').safeParse(path).success).toBe(false);
  });
});

describe('tags', () => {
  it.each([{ Team: 'data' }, { 'Cost center': '42' }, { 'a:b/c=d+e-f@g': '' }, { Größe: 'groß' }])(
    'may be %j',
    (value) => {
      expect(tags('').safeParse(value).success).toBe(true);
    },
  );

  it.each([
    { 'aws:team': 'x' },
    { AWS: 5 },
    { 'AWS:x': 'x' },
    { 'a;b': 'x' },
    { a: 'x;y' },
    { ['k'.repeat(129)]: 'x' },
    { a: 'v'.repeat(257) },
  ])('fails for %j', (value) => {
    expect(tags('').safeParse(value).success).toBe(false);
  });
});
