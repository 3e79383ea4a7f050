import { createHash } from 'node:crypto';
import type { Attributes, RenderedStatement, TerraformJson } from './terraform-json';

/** Account that stages are taken to have: files name e-mail addresses, and AWS chooses the id. */
export const STAGE_ACCOUNT = '111122223333';

/** Where a policy stands, which decides who it is about and how long it may be. */
export type PolicyKind = 'identity' | 'managed' | 'trust' | 'bucket' | 'key' | 'topic';

/** A policy with everything that Terraform would fill in filled in. */
export interface Policy {
  readonly kind: PolicyKind;
  /** ARN of the role, bucket, key or topic that has it. */
  readonly ownerArn: string;
  /** For people: `role sandbox-emr-node, identity`. */
  readonly title: string;
  readonly text: string;
  readonly document: PolicyJson;
}

export interface PolicyJson {
  readonly Version: string;
  readonly Statement: readonly RenderedStatement[];
}

/** Where policies stand. A policy anywhere else fails: nobody would look at it. */
const PLACES: Readonly<
  Record<string, { kind: PolicyKind; noun: string; owner: (own: Attributes) => string }>
> = {
  'aws_iam_role.assume_role_policy': { kind: 'trust', noun: 'role', owner: () => SELF },
  'aws_iam_role_policy.policy': { kind: 'identity', noun: 'role', owner: ({ role }) => text(role) },
  'aws_iam_policy.policy': { kind: 'managed', noun: 'policy', owner: () => SELF },
  'aws_kms_key.policy': { kind: 'key', noun: 'key', owner: () => SELF },
  'aws_s3_bucket_policy.policy': { kind: 'bucket', noun: 'bucket', owner: ({ bucket }) => text(bucket) },
  // Not of one account: permission sets have no ARN that a principal could be known by.
  'aws_ssoadmin_permission_set_inline_policy.inline_policy': {
    kind: 'identity',
    noun: 'permission set',
    owner: ({ permission_set_arn }) => text(permission_set_arn),
  },
  'aws_sns_topic_policy.policy': { kind: 'topic', noun: 'topic', owner: ({ arn }) => text(arn) },
};

/** Service control policies give nothing; test/policies/service-control-policies.test.ts is about them. */
const GUARDRAIL = 'aws_organizations_policy';

/** The resource that holds the policy is the one it is about. */
const SELF = '';

const REFERENCE = /(?<!\$)\$\{([^}]*)\}/g;

/** Policies of one synthesised stack, and what references in it stand for. */
export class StackPolicies {
  readonly all: readonly Policy[];

  constructor(readonly json: TerraformJson) {
    this.all = Object.entries(json.resource ?? {})
      .filter(([type]) => type !== GUARDRAIL)
      .flatMap(([type, byName]) =>
        Object.entries(byName).flatMap(([name, attributes]) => this.policiesOf(type, name, attributes)),
      );
  }

  /**
   * Text with its references replaced by what they would be in AWS.
   *
   * @throws Error when a reference stands for something that is not known here
   */
  resolve(template: string): string {
    return template
      .replace(REFERENCE, (_, reference: string) => this.lookUp(reference))
      .replace(/\$\$\{/g, '${');
  }

  /** ARNs of all resources of a type. */
  arns(type: string): string[] {
    return Object.keys(this.json.resource?.[type] ?? {}).map((name) => this.arnOf(type, name));
  }

  /** The only ARN of a type that ends in some text. */
  arn(type: string, ending: string): string {
    const found = this.arns(type).filter((arn) => arn.endsWith(ending));
    if (found.length === 1 && found[0] !== undefined) return found[0];
    throw new Error(`expected one ${type} called …${ending}; there are ${this.arns(type).join(', ')}`);
  }

  /**
   * What a role may do.
   *
   * @throws Error when it has policies whose text is not in the stack, since an answer would be half of one
   */
  identityPolicies(roleArn: string): Policy[] {
    const attached = Object.values(this.json.resource?.['aws_iam_role_policy_attachment'] ?? {}).flatMap(
      (attachment) => {
        if (this.ownerOf(text(attachment['role'])) !== roleArn) return [];
        const policyArn = this.resolve(text(attachment['policy_arn']));
        const found = this.all.filter(({ kind, ownerArn }) => kind === 'managed' && ownerArn === policyArn);
        if (found.length === 0)
          throw new Error(`${roleArn} also has ${policyArn}, whose text is not known here`);
        return found;
      },
    );
    return [
      ...this.all.filter(({ kind, ownerArn }) => kind === 'identity' && ownerArn === roleArn),
      ...attached,
    ];
  }

  /** The cap over a role, if it has one. */
  boundary(roleArn: string): Policy | undefined {
    const role = Object.entries(this.json.resource?.['aws_iam_role'] ?? {}).find(
      ([name]) => this.arnOf('aws_iam_role', name) === roleArn,
    )?.[1];
    if (role?.['permissions_boundary'] === undefined) return undefined;
    const policyArn = this.resolve(text(role['permissions_boundary']));
    const found = this.all.find(({ kind, ownerArn }) => kind === 'managed' && ownerArn === policyArn);
    if (found === undefined)
      throw new Error(`${roleArn} is capped by ${policyArn}, whose text is not known here`);
    return found;
  }

  /** The trust policy of a role, or the policy of a bucket, key or topic. */
  resourcePolicy(arn: string): Policy | undefined {
    return this.all.find(
      ({ kind, ownerArn }) => kind !== 'identity' && kind !== 'managed' && ownerArn === arn,
    );
  }

  private policiesOf(type: string, name: string, attributes: Attributes): Policy[] {
    return policyTexts(attributes).map(([path, template]) => {
      const place = PLACES[`${type}.${path}`];
      if (place === undefined)
        throw new Error(`${type}.${name} has a policy in ${path}, where none was known`);
      const owner = place.owner(attributes);
      const ownerArn = owner === SELF ? this.arnOf(type, name) : this.ownerOf(owner);
      const resolved = this.resolve(template);
      const shortName = type === 'aws_kms_key' ? name : ownerArn.replace(/^.*[:/]/, '');
      return {
        kind: place.kind,
        ownerArn,
        title: `${place.noun} ${shortName}, ${place.kind}`,
        text: resolved,
        document: JSON.parse(resolved) as PolicyJson,
      };
    });
  }

  /** ARN of what an attribute such as `role = aws_iam_role.x.id` refers to. */
  private ownerOf(template: string): string {
    const [, type, name] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(template) ?? [];
    if (type === undefined || name === undefined) throw new Error(`expected a reference, found ${template}`);
    return this.arnOf(type, name);
  }

  private lookUp(reference: string): string {
    const [, type, name, attribute] = /^(\w+)\.([\w-]+)(?:\.(\w+))?$/.exec(reference) ?? [];
    if (type === 'local' && name?.includes('account-id') === true) return STAGE_ACCOUNT;
    if (type === 'aws_organizations_organization' && attribute === 'id') return 'o-a1b2c3d4e5';
    if (type !== undefined && name !== undefined && attribute !== undefined) {
      if (attribute === 'arn') return this.arnOf(type, name);
      const written = this.resource(type, name)[attribute];
      if (typeof written === 'string') return this.resolve(written);
    }
    throw new Error(`do not know what \${${reference}} stands for`);
  }

  private resource(type: string, name: string): Attributes {
    const found = this.json.resource?.[type]?.[name];
    if (found === undefined) throw new Error(`there is no ${type}.${name}`);
    return found;
  }

  private arnOf(type: string, name: string): string {
    const attributes = this.resource(type, name);
    const own = (attribute: string) => this.resolve(text(attributes[attribute]));
    const regional = (service: string) => `arn:aws:${service}:${this.regionOf(attributes)}:${STAGE_ACCOUNT}`;
    switch (type) {
      case 'aws_s3_bucket':
        return `arn:aws:s3:::${own('bucket')}`;
      case 'aws_iam_role':
        return `arn:aws:iam::${STAGE_ACCOUNT}:role/${own('name')}`;
      case 'aws_iam_policy':
        return `arn:aws:iam::${STAGE_ACCOUNT}:policy/${own('name')}`;
      case 'aws_kms_key':
        return `${regional('kms')}:key/${uuidFor(name)}`;
      case 'aws_cloudwatch_log_group':
        return `${regional('logs')}:log-group:${own('name')}`;
      case 'aws_ssoadmin_permission_set':
        return `arn:aws:sso:::permissionSet/ssoins-0000000000000000/${own('name')}`;
      case 'aws_sns_topic':
        return `${regional('sns')}:${own('name')}`;
      case 'aws_ssm_parameter':
        return `${regional('ssm')}:parameter${own('name')}`;
      default:
        throw new Error(`do not know the ARN of a ${type}`);
    }
  }

  private regionOf({ provider }: Attributes): string {
    const alias = text(provider).replace(/^aws\./, '');
    const found = this.json.provider?.['aws']?.find((block) => block['alias'] === alias);
    return text(found?.['region']);
  }
}

/** Texts of policies in attributes, at any depth, with the path to each. */
function policyTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return /^\s*\{.*"Statement"/s.test(value) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    policyTexts(below, path === '' ? key : `${path}.${key}`),
  );
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`expected a text, found ${JSON.stringify(value)}`);
  return value;
}

/** Ids of keys are as long as AWS's, so that sizes are right. */
function uuidFor(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
