import { errorAnswer } from '../../local/aws-error';

const error = { code: 'Refused', message: 'not <allowed> & final' };
const answer = (protocol: Parameters<typeof errorAnswer>[0]['protocol'], service = 'x') => {
  const { status, headers, body } = errorAnswer({ protocol, service }, error);
  return { status, headers, body: body.toString() };
};

test.each(['json', 'rest-json'] as const)('%s errors carry their code in body and header', (protocol) => {
  const { headers, body } = answer(protocol);
  expect(JSON.parse(body)).toEqual({ __type: 'Refused', message: error.message });
  expect(headers['x-amzn-errortype']).toBe('Refused');
});

test('query errors are wrapped, and escaped', () => {
  expect(answer('query').body).toContain(
    '<ErrorResponse><Error><Type>Sender</Type><Code>Refused</Code><Message>not &lt;allowed&gt; &amp; final</Message></Error>',
  );
});

test('EC2 errors are a list', () => {
  expect(answer('ec2').body).toContain('<Response><Errors><Error><Code>Refused</Code>');
});

test.each([
  ['s3', '<Error><Code>Refused'],
  ['s3-control', '<ErrorResponse><Error>'],
  ['route53', '<ErrorResponse><Error>'],
])('XML errors of %s begin with %s', (service, start) =>
  expect(answer('rest-xml', service).body).toContain(start),
);

test('the status is one that no SDK retries unless another is given', () => {
  expect(answer('json').status).toBe(400);
  expect(errorAnswer({ protocol: 'json', service: 'x' }, { ...error, status: 403 }).status).toBe(403);
});
