import { awsClient } from '../../cli/aws-client';

describe('how commands reach AWS', () => {
  it('is directly', () => {
    expect(awsClient('eu-west-1', {})).toEqual({ region: 'eu-west-1' });
  });

  it('is through the proxy that the environment names, as the local cloud does', async () => {
    const { requestHandler } = awsClient('eu-west-1', { HTTPS_PROXY: 'http://127.0.0.1:8001' });
    const { httpsAgent } = (await (
      requestHandler as unknown as { configProvider: Promise<{ httpsAgent: { proxy: URL } }> }
    ).configProvider) ?? { httpsAgent: undefined };
    expect(httpsAgent.proxy.href).toBe('http://127.0.0.1:8001/');
  });
});
