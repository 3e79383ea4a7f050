import { Testing } from 'cdktf';
import { buildLandingZone } from '../../stacks/landing-zone';
import { configWithStages } from '../support/config';

const warningIn = (file: string) => ({
  at: { file: `environments/${file}`, line: 3, column: 5 },
  path: 'a.b',
  text: 'is odd',
});

/** The warnings that cdktf prints, by stack. */
function annotations(...files: string[]): Record<string, unknown[]> {
  const app = Testing.app();
  buildLandingZone(app, { ...configWithStages(2), warnings: files.map(warningIn) });
  return Object.fromEntries(
    app.node.findAll().flatMap(({ node }) => {
      const said = node.metadata
        .filter(({ type }) => type === '@cdktf/warn')
        .map(({ data }) => data as unknown);
      return said.length === 0 ? [] : [[node.path, said]];
    }),
  );
}

test('cdktf warns in the name of the stage whose file is meant, as lz check would', () => {
  expect(annotations('s2.yaml')).toEqual({ s2: ['environments/s2.yaml:3:5  a.b: is odd'] });
});

test('cdktf warns of what all stages share in the name of the organization', () => {
  expect(annotations('organization.yaml', 'defaults.yaml', 'airflow/requirements.txt')).toEqual({
    organization: [
      'environments/organization.yaml:3:5  a.b: is odd',
      'environments/defaults.yaml:3:5  a.b: is odd',
      'environments/airflow/requirements.txt:3:5  a.b: is odd',
    ],
  });
});

test('cdktf warns of nothing where there is nothing', () => {
  expect(annotations()).toEqual({});
});
