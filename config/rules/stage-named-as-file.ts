import { quote } from '../quote';
import type { Rule } from './rule';

/** A stage has the name of its file: the name is its stack's, and people look for its file by it. */
export const stageNamedAsFile: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const name = stage.config.stage;
    if (name === undefined || name === stage.name) return [];
    const text = `expected ${quote(stage.name)}, the name of the file, found ${quote(name)}; change it or rename the file to ${name}.yaml`;
    return [stage.problem(text, ['stage'])];
  });
