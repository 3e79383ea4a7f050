/** The parts of `terraform show -json PLAN` that say what an apply does. https://developer.hashicorp.com/terraform/internals/json-format */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  readonly prior_state?: {
    readonly values?: { readonly root_module?: { readonly resources?: readonly StateResource[] } };
  };
}

interface ResourceChange {
  readonly address: string;
  readonly type?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: unknown;
    readonly after?: unknown;
    readonly after_unknown?: unknown;
  };
}

interface StateResource {
  readonly address: string;
  readonly depends_on?: readonly string[];
}

/**
 * What happens to a resource. `replace` deletes it before it makes the new one, `replaceCreateFirst` after that
 * (`create_before_destroy`).
 */
export type Action = 'create' | 'read' | 'update' | 'delete' | 'replace' | 'replaceCreateFirst';

/** One resource of which an apply does something. */
export interface Change {
  /** Terraform's address, with the instance's key where there is one. */
  readonly address: string;
  readonly action: Action;
  /** Attributes that change. @default - not known: an update takes as long as most updates of the type do */
  readonly changed?: readonly string[];
  /** Attributes of a resource that is deleted, by which its type's duration is told. @default - those in the stack */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Addresses of the resources it depends on in the state. @default - those it depends on in the stack */
  readonly dependsOn?: readonly string[];
}

/** Terraform's lists of actions; what is in none of them, as `no-op` and `forget`, calls no API. */
const ACTIONS: Readonly<Record<string, Action>> = {
  create: 'create',
  read: 'read',
  update: 'update',
  delete: 'delete',
  'delete,create': 'replace',
  'create,delete': 'replaceCreateFirst',
  'create,forget': 'create',
};

/** What applying a plan does, without the resources it leaves alone. */
export function changesIn(plan: PlanJson): readonly Change[] {
  const state = plan.prior_state?.values?.root_module?.resources ?? [];
  const dependsOn = new Map(state.map((resource) => [resource.address, resource.depends_on]));
  return (plan.resource_changes ?? []).flatMap(({ address, change }) => {
    const action = ACTIONS[change.actions.join(',')];
    if (action === undefined) return [];
    const before = record(change.before);
    return [
      {
        address,
        action,
        changed: action === 'update' ? changedAttributes(change) : undefined,
        attributes: action === 'delete' ? before : undefined,
        dependsOn: dependsOn.get(address),
      },
    ];
  });
}

function changedAttributes({ before, after, after_unknown: unknown }: ResourceChange['change']): string[] {
  const [old, next, open] = [record(before), record(after), record(unknown)];
  const names = new Set([...Object.keys(old), ...Object.keys(next), ...Object.keys(open)]);
  return [...names].filter(
    // Unknown is `true`; an object or list says the same of its parts, and is empty when all are known.
    (name) => open[name] === true || JSON.stringify(old[name]) !== JSON.stringify(next[name]),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
