import { options } from '../../../cli/mwaa-verifier/options';
import type { TerraformJson } from '../../support/terraform-json';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { describeCheck, environmentIn, environmentOf, findingsOf } from './describe-check';

const optionsOf = (json: TerraformJson) =>
  environmentIn(json)['airflow_configuration_options'] as Record<string, string>;

describeCheck(options, [
  {
    sentence: 'an option that MWAA ignores',
    breakIt: (json) => {
      optionsOf(json)['celery.worker_concurrency'] = '8';
      return environmentOf(json);
    },
    text: /expected celery\.worker_autoscale, found celery\.worker_concurrency/,
  },
  {
    sentence: 'plugins on Airflow 2 that would be loaded late',
    breakIt: (json) => {
      delete optionsOf(json)['core.lazy_load_plugins'];
      return environmentOf(json);
    },
    text: /found none; set it/,
  },
  {
    sentence: 'plugins on Airflow 2 that are said to be loaded late',
    breakIt: (json) => {
      optionsOf(json)['core.lazy_load_plugins'] = 'True';
      return environmentOf(json);
    },
    text: /found True; set it/,
  },
]);

it.each([
  ['Airflow 3, which loads plugins when it starts', { airflow_version: '3.0.6' }],
  ['an environment without plugins', { plugins_s3_path: undefined }],
])('asks for nothing of %s', (_, change) => {
  const json = structuredClone(parsedLandingZone(fixtureConfig())['sandbox'] ?? {});
  Object.assign(environmentIn(json), change);
  delete optionsOf(json)['core.lazy_load_plugins'];
  expect(findingsOf(options, json)).toEqual([]);
});
