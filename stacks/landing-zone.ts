import type { App } from 'cdktf';
import type { Config } from '../config';
import { AccountStack } from './account-stack';
import { OrganizationStack } from './organization-stack';
import { StageStack } from './stage-stack';

/**
 * All stacks of the landing zone. They find each other by name while planning, so none depends on another
 * and each can be deployed alone.
 */
export function buildLandingZone(app: App, { organization, stages, attachments }: Config): void {
  new OrganizationStack(app, { organization, stages });
  for (const environment of stages) {
    new AccountStack(app, { organization, environment });
    new StageStack(app, { organization, environment, attachments });
  }
}
