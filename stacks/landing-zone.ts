import type { App } from 'cdktf';
import type { Config } from '../config';
import { AccountStack } from './account-stack';
import { annotateWarnings } from './config-warnings';
import { IdentityStack } from './identity-stack';
import { OrganizationStack } from './organization-stack';
import { StageStack } from './stage-stack';
import { StateStack } from './state-stack';

/**
 * All stacks of the landing zone. They find each other by name while planning, so none depends on another
 * and each can be deployed alone.
 */
export function buildLandingZone(app: App, config: Config): void {
  const { organization, stages, attachments, groupFiles } = config;
  if (organization.state.backend === 's3' && organization.state.managed)
    new StateStack(app, { organization });
  new OrganizationStack(app, config);
  new IdentityStack(app, { organization, attachments });
  for (const environment of stages) {
    new AccountStack(app, { organization, environment, groupFiles });
    new StageStack(app, { organization, environment, attachments, groupFiles });
  }
  annotateWarnings(app, config.warnings ?? []);
}
