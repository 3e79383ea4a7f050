import { s3Address } from '../../local/s3-address';

test.each([
  ['my-bucket.s3.eu-west-1.amazonaws.com', '/a/b', 'my-bucket', 'a/b'],
  ['my-bucket.s3.amazonaws.com', '/?policy', 'my-bucket', ''],
  ['with.dots.s3.eu-west-1.amazonaws.com:443', '/', 'with.dots', ''],
  ['my-bucket.s3.dualstack.eu-west-1.amazonaws.com', '/x', 'my-bucket', 'x'],
  ['my-bucket.s3-eu-west-1.amazonaws.com', '/x', 'my-bucket', 'x'],
  ['s3.s3.eu-west-1.amazonaws.com', '/x', 's3', 'x'],
  ['s3.eu-west-1.amazonaws.com', '/my-bucket?policy', 'my-bucket', ''],
  ['s3.amazonaws.com', '/my-bucket/a/b?x', 'my-bucket', 'a/b'],
  ['s3.eu-west-1.amazonaws.com', '/', undefined, ''],
])('%s%s is about %s', (host, path, bucket, key) => {
  expect(s3Address({ host, path })).toEqual({ bucket, key });
});
