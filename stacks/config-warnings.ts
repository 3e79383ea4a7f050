import { Annotations, type App } from 'cdktf';
import { formatProblem, type Problem } from '../config';

/**
 * Has cdktf print what may not be meant in the configuration, such as a version that ends soon, with every synthesis,
 * plan and deployment: nobody need run `lz check` to learn of it.
 *
 * @param app with its stacks: cdktf prints a warning with the name of one. That of the stage whose file is meant, and
 * `organization` for what stands in organization.yaml or is shared by the stages.
 */
export function annotateWarnings(app: App, warnings: readonly Problem[]): void {
  for (const warning of warnings) {
    const stage = /^environments\/(.+)\.yaml$/.exec(warning.at.file)?.[1];
    const stack = (stage !== undefined && app.node.tryFindChild(stage)) || app.node.findChild('organization');
    Annotations.of(stack).addWarning(formatProblem(warning));
  }
}
