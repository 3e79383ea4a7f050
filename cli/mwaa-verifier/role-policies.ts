import { type Statement, statementsOf } from './policy-statements';
import { resolved } from './resolved-text';
import { type Call, isAboutAllOf, isAboutAnyOf } from './statement-scope';
import { blocks, type Resource, texts, type VerifiedEnvironment } from './verified-environment';

interface Policy {
  readonly address: string;
  readonly statements: readonly Statement[];
}

/** Whether a call is allowed, and why. */
export interface Decision {
  /** `missing`: nothing allows it; `capped`: the permissions boundary does not. */
  readonly outcome: 'allowed' | 'denied' | 'missing' | 'capped';
  /** Terraform address of what decides. */
  readonly at: string;
  /** What was found there. */
  readonly found: string;
}

/**
 * The policies of the execution role of an environment, as far as they stand in the stack, and what they allow
 * together.
 *
 * Source: "Policy evaluation logic"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 */
export class RolePolicies {
  /** ARNs and addresses of policies whose text is not in the stack. */
  readonly unreadable: string[] = [];
  private readonly policies: readonly Policy[];
  /** The permissions boundary; undefined when there is none, or when it is unreadable. */
  private readonly boundary?: readonly Policy[];

  constructor(
    private readonly environment: VerifiedEnvironment,
    private readonly role: Resource,
  ) {
    const { attributes, address } = role;
    const inline = [
      ...environment.companions('aws_iam_role_policy', 'role', role),
      ...blocks(attributes['inline_policy']).map((block) => ({ address, attributes: block })),
    ];
    const attached = [
      ...environment.companions('aws_iam_role_policy_attachment', 'role', role),
      ...environment.companions('aws_iam_policy_attachment', 'roles', role),
    ].map((attachment) => attachment.attributes['policy_arn']);
    this.policies = [
      ...this.read(inline),
      ...[...attached, ...texts(attributes['managed_policy_arns'])].flatMap((arn) => this.managed(arn)),
    ];
    const cap = attributes['permissions_boundary'];
    const capping = cap === undefined ? [] : this.managed(cap);
    if (capping.length > 0) this.boundary = capping;
  }

  /** The execution role of an environment; undefined when it is not of this stack. */
  static ofExecutionRole(environment: VerifiedEnvironment): RolePolicies | undefined {
    const [role] = environment.referred(environment.attributes['execution_role_arn'], 'aws_iam_role');
    return role === undefined ? undefined : new RolePolicies(environment, role);
  }

  get address(): string {
    return this.role.address;
  }

  /** Whether a call may be made: all of it is allowed, and nothing of it is denied. */
  decide(call: Call): Decision {
    return this.decideUnless(call, isAboutAnyOf);
  }

  /** Whether a call that should be impossible may be made: it is allowed, and not denied as a whole. */
  decideLeak(call: Call): Decision {
    return this.decideUnless(call, isAboutAllOf);
  }

  private decideUnless(call: Call, denies: typeof isAboutAllOf): Decision {
    const all = [...this.policies, ...(this.boundary ?? [])];
    const isAllowing = (statement: Statement) => isAboutAllOf(statement, call);
    const refusing = find(all, 'Deny', (statement) => denies(statement, call));
    if (refusing !== undefined) return { outcome: 'denied', ...refusing };
    const allowing = find(this.policies, 'Allow', isAllowing);
    if (allowing === undefined)
      return { outcome: 'missing', at: this.address, found: 'no statement that allows it' };
    if (this.boundary !== undefined && find(this.boundary, 'Allow', isAllowing) === undefined)
      return { outcome: 'capped', at: this.address, found: 'a permissions boundary that does not' };
    return { outcome: 'allowed', ...allowing };
  }

  private managed(arn: unknown): Policy[] {
    const found = this.environment.referred(arn, 'aws_iam_policy');
    if (found.length === 0) this.unreadable.push(texts(arn).join());
    return this.read(found);
  }

  private read(policies: readonly Resource[]): Policy[] {
    return policies.flatMap((policy) => {
      try {
        return [{ address: policy.address, statements: this.resolvedStatements(policy) }];
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        // A text that Terraform makes, such as that of a data source.
        this.unreadable.push(policy.address);
        return [];
      }
    });
  }

  private resolvedStatements(policy: Resource): Statement[] {
    return JSON.parse(JSON.stringify(statementsOf(policy)), (_, value: unknown) =>
      typeof value === 'string' ? resolved(this.environment, value) : value,
    ) as Statement[];
  }
}

function find(
  policies: readonly Policy[],
  effect: 'Allow' | 'Deny',
  isMeant: (statement: Statement) => boolean,
): { at: string; found: string } | undefined {
  for (const { address, statements } of policies) {
    const index = statements.findIndex((statement) => statement.Effect === effect && isMeant(statement));
    const name = statements[index]?.Sid ?? `${index + 1}`;
    if (index >= 0)
      return { at: address, found: `statement ${name}, which ${effect === 'Deny' ? 'denies' : 'allows'} it` };
  }
  return undefined;
}
