import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Attachments, EnvironmentConfig } from '../../config';

/** What every part of a stage is made with. */
export interface StageContext {
  /** The stage's stack. */
  readonly scope: Construct;
  /** The stage's account. */
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly environment: EnvironmentConfig;
  /** Files that the environment names. */
  readonly attachments: Attachments;
}
