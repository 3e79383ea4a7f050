import { problemsWith, stageFile } from './environment-folder';

/** The printed problems of a stage `two` that ends with these lines, the first of which is line 8. */
export function problemsOfStage(...lines: string[]): string[] {
  return problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', ...lines) });
}

/** The same, for one table `orders` in raw; `settings` come after its columns, on line 10. */
export function problemsOfTable(settings: string, columns = '[{ name: id, type: string }]'): string[] {
  return problemsOfStage(
    'catalog:',
    '  tables:',
    `    orders: { zone: raw, location: orders/, columns: ${columns}, ${settings} }`,
  );
}
