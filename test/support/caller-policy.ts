import { DefaultTokenResolver, StringConcat, Testing, Tokenization } from 'cdktf';
import type { Config } from '../../config';
import { EmrPlatform } from '../../modules/emr/emr-platform';
import { policyDocument } from '../../modules/iam/policy-document';
import { buildLandingZone } from '../../stacks/landing-zone';
import { type Policy, type PolicyJson, STAGE_ACCOUNT, type StackPolicies } from './policies';

/** What a stage's EMR gives to whoever adds steps and starts clusters; it stands in no stack until somebody asks. */
export function callerPolicy(config: Config, stage: string, stack: StackPolicies): Policy {
  const app = Testing.app();
  buildLandingZone(app, config);
  const platform = app.node
    .findAll()
    .find((node): node is EmrPlatform => node instanceof EmrPlatform && node.node.scope?.node.id === stage);
  if (platform === undefined) throw new Error(`stage ${stage} has no EMR`);
  const template: unknown = Tokenization.resolve(policyDocument(platform.callerStatements()), {
    scope: platform,
    preparing: false,
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
  const resolved = stack.resolve(template as string);
  return {
    kind: 'identity',
    ownerArn: `arn:aws:iam::${STAGE_ACCOUNT}:role/airflow`,
    title: 'whoever adds steps, identity',
    text: resolved,
    document: JSON.parse(resolved) as PolicyJson,
  };
}
