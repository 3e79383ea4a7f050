import { ENDPOINT_SERVICES, isKnownEndpointService } from '../../../config/limits/endpoint-services';
import { INTERFACE_ENDPOINT_PRESETS } from '../../../config/limits/vpc-endpoints';
import { problemsWith, stageFile, warningsWith } from '../environment-folder';

const withEndpoints = (list: string) => ({
  'two.yaml': `${stageFile('two', '10.2.0.0/16').trimEnd()}\n  endpoints: { interface: ${list} }\n`,
});

describe('services with an interface endpoint', () => {
  it('may be known ones, and their FIPS endpoints', () => {
    expect(warningsWith(withEndpoints('[mwaa, secretsmanager, kms-fips, airflow.api-fips]'))).toEqual([]);
  });

  it('warns of a misspelt service, with the nearest one', () => {
    const files = withEndpoints('[ssm, secretmanager]');
    expect(warningsWith(files)).toEqual([
      'environments/two.yaml:8:33  network.endpoints.interface[1]: secretmanager is none of the services with an interface endpoint known here; write secretsmanager, or find out whether the region has it with: aws ec2 describe-vpc-endpoint-services',
    ]);
    expect(problemsWith(files)).toEqual([]);
  });

  it('warns of one that is like none', () => {
    expect(warningsWith(withEndpoints('[quantumledgerville]'))).toEqual([
      expect.stringContaining('known here; find out whether the region has it'),
    ]);
  });

  it('leaves the slip in the name of a set to the check that stops', () => {
    expect(warningsWith(withEndpoints('[mwa]'))).toEqual([]);
    expect(problemsWith(withEndpoints('[mwa]'))).toHaveLength(1);
  });
});

describe('the table of endpoint services', () => {
  it.each(Object.values(INTERFACE_ENDPOINT_PRESETS).flat())('has %s, which a set asks for', (service) => {
    expect(isKnownEndpointService(service)).toBe(true);
  });

  it('has each name once, in order, as configuration may write it', () => {
    expect(ENDPOINT_SERVICES).toEqual([...new Set(ENDPOINT_SERVICES)].sort());
    for (const service of ENDPOINT_SERVICES) expect(service).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
  });
});
