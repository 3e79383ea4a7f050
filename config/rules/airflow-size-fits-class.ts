import { airflowSize } from '../airflow-size';
import { MWAA_CLASSES } from '../limits/mwaa';
import type { Problem } from '../problem';
import type { Path } from '../source/location';
import { type AirflowSection, airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/** Every number is one that the environment's class has, and no fewest is more than its most. */
export const airflowSizeFitsClass: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => [...outsideTheClass(section), ...crossed(section)]);

function outsideTheClass({ stage, value, path }: AirflowSection): Problem[] {
  const name = value.class;
  if (name === undefined) return [];
  const { workers, schedulers, webServers } = MWAA_CLASSES[name];
  const numbers: [string, number | undefined, { min: number; max: number }, Path][] = [
    ['worker', value.workers?.min, workers, ['workers', 'min']],
    ['worker', value.workers?.max, workers, ['workers', 'max']],
    ['scheduler', value.schedulers, schedulers, ['schedulers']],
    ['web server', value.webServers?.min, webServers, ['webServers', 'min']],
    ['web server', value.webServers?.max, webServers, ['webServers', 'max']],
  ];
  return numbers.flatMap(([noun, number, { min, max }, at]) => {
    if (number === undefined || (number >= min && number <= max)) return [];
    const allowed = min === max ? `exactly ${min}` : `${min} to ${max}`;
    const text = `expected ${allowed}, found ${number}: ${name} has ${allowed} ${max === 1 ? noun : `${noun}s`}; ${min === max ? 'leave it out, or take a larger class' : `write a number from ${min} to ${max}`}`;
    return [stage.problem(text, [...path, ...at], [...path, 'class'])];
  });
}

function crossed({ stage, value, path }: AirflowSection): Problem[] {
  const { workers, webServers } = airflowSize(value);
  return Object.entries({ workers, webServers }).flatMap(([part, { min, max }]) => {
    if (min <= max) return [];
    const text = `min ${min} is more than max ${max}; lower min or raise max`;
    return [stage.problem(text, [...path, part, 'min'], [...path, part, 'max'])];
  });
}
