import { explained } from '../../cli/aws-refusal';

const failing = (properties: object) =>
  explained(Promise.reject(Object.assign(new Error('because'), properties)), 'to look');

describe('an answer of AWS', () => {
  it('is handed on', async () => {
    expect(await explained(Promise.resolve(1), 'to look')).toBe(1);
  });

  it.each([
    [
      'there are no credentials',
      { name: 'CredentialsProviderError' },
      /^no usable AWS credentials to look; sign in/,
    ],
    ['they are old', { name: 'ExpiredToken', $metadata: {} }, /^no usable AWS credentials to look; sign in/],
    [
      'AWS says no',
      { name: 'UnauthorizedOperation', $metadata: {} },
      /^AWS refused to look \(UnauthorizedOperation\): because$/,
    ],
    ['there is no way to it', { code: 'ENOTFOUND' }, /^cannot reach AWS to look: because$/],
  ])('is a user\u2019s error when %s', async (_, properties, message) => {
    await expect(failing(properties)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(message) as unknown,
    });
  });

  it('stays a bug when it is one', async () => {
    await expect(failing({})).rejects.toMatchObject({ name: 'Error', message: 'because' });
  });
});
