import { problemsOfNetwork } from '../environment-folder';

describe('interface endpoints', () => {
  it.each(['secretsmanager', 's3-outposts', 'constructor'])('may include %s', (service) => {
    expect(problemsOfNetwork(`  endpoints: { interface: [${service}] }`)).toEqual([]);
  });

  it.each([
    ['execute-api', 'with private DNS it breaks EMR managed scaling in the whole VPC'],
    ['s3', 'the S3 gateway endpoint is always there, is free, and serves the same requests'],
    ['dynamodb', 'the DynamoDB gateway endpoint is free: set network.endpoints.dynamodb to true'],
  ])('fails for %s, with the reason', (service, reason) => {
    expect(problemsOfNetwork(`  endpoints: { interface: [mwaa, ${service}] }`)).toEqual([
      `environments/two.yaml:8:34  network.endpoints.interface[1]: ${service} cannot be an interface endpoint here: ${reason}; remove it`,
    ]);
  });
});
