import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { type Shapes, checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService, withAction } from '../json-service';
import type { MotoClient } from '../moto-client';
import { constraintViolation, isJsonObject } from '../organization';

interface Limits {
  /** Characters of a policy, white space included. */
  readonly characters: number;
  /** Policies attached to one root, unit or account. */
  readonly attached: number;
}

/** Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (SCPs: since 15 May 2026). */
const LIMITS: Readonly<Record<string, Limits>> = {
  SERVICE_CONTROL_POLICY: { characters: 10_240, attached: 10 },
  RESOURCE_CONTROL_POLICY: { characters: 5_120, attached: 5 },
  TAG_POLICY: { characters: 10_000, attached: 10 },
  BACKUP_POLICY: { characters: 10_000, attached: 10 },
  AISERVICES_OPT_OUT_POLICY: { characters: 2_500, attached: 5 },
};

const content: Shapes = { Content: { min: 1 }, Description: { max: 512 }, Name: { min: 1, max: 128 } };
const policy: Shapes = { PolicyId: { isRequired: true, max: 130, pattern: /p-[0-9a-zA-Z_]{8,128}/ } };
const target: Shapes = {
  TargetId: {
    isRequired: true,
    max: 100,
    pattern: /r-[0-9a-z]{4,32}|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}/,
  },
};

interface Summary {
  readonly Id: string;
  readonly Name: string;
  readonly Type: string;
}

/**
 * What AWS Organizations checks of policies and moto does not: their text, its size, their names, and how many hang
 * where.
 *
 * Sources: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html and
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html
 */
export function organizationsPolicies() {
  return jsonService({
    name: 'organizations-policies',
    service: 'organizations',
    actions: {
      CreatePolicy(input, call, moto) {
        const required = { isRequired: true, min: 1 } as const;
        check(input, {
          ...content,
          Content: required,
          Name: { ...required, max: 128 },
          Description: { isRequired: true, max: 512 },
          Type: { isRequired: true, values: Object.keys(LIMITS) },
        });
        checkContent(input.Content as string, limitsOf(input.Type as string));
        return askMoto(call, moto);
      },
      async UpdatePolicy(input, call, moto) {
        check(input, { ...policy, ...content });
        const { Id, Type } = await summaryOf(input, call, moto);
        if (input.Content !== undefined) checkContent(input.Content as string, limitsOf(Type));
        const others = await listed(call, moto, 'ListPolicies', { Filter: Type });
        if (others.some((other) => other.Name === input.Name && other.Id !== Id))
          throw refused('DuplicatePolicyException', 'A policy with the same name already exists.');
        return askMoto(call, moto);
      },
      async AttachPolicy(input, call, moto) {
        check(input, { ...policy, ...target });
        const { Id, Type } = await summaryOf(input, call, moto);
        await checkEnabled(Type, call, moto);
        const attached = await attachedTo(input, Type, call, moto);
        if (attached.some((known) => known.Id === Id))
          throw refused(
            'DuplicatePolicyAttachmentException',
            'A policy with the specified name already is attached.',
          );
        const limit = limitsOf(Type).attached;
        if (attached.length >= limit)
          throw constraintViolation(
            `You have attached the maximum number of policies of this type: ${limit}.`,
          );
        return askMoto(call, moto);
      },
      async DetachPolicy(input, call, moto) {
        check(input, { ...policy, ...target });
        const { Id, Type } = await summaryOf(input, call, moto);
        const attached = await attachedTo(input, Type, call, moto);
        if (!attached.some((known) => known.Id === Id))
          throw refused('PolicyNotAttachedException', "The policy isn't attached to the specified target.");
        return askMoto(call, moto);
      },
    },
  });
}

function check(input: JsonInput, fields: Shapes): void {
  checkInput(input, fields, { code: 'InvalidInputException' });
}

function checkContent(text: string, { characters }: Limits): void {
  if (!isJsonObject(text))
    throw refused(
      'MalformedPolicyDocumentException',
      'The provided policy document does not meet the requirements of the specified policy type.',
    );
  if (text.length > characters)
    throw constraintViolation(
      `You have exceeded the allowed policy size of ${characters} characters: the policy has ${text.length}.`,
    );
}

function limitsOf(type: string): Limits {
  const limits = LIMITS[type];
  if (limits === undefined) throw new Error(`no limits known for policies of type ${type}`);
  return limits;
}

async function summaryOf(input: JsonInput, call: AwsCall, moto: MotoClient): Promise<Summary> {
  const { Policy } = await askMoto<{ Policy: { PolicySummary: Summary } }>(
    withAction(call, 'DescribePolicy'),
    moto,
    {
      PolicyId: input.PolicyId,
    },
  );
  return Policy.PolicySummary;
}

function attachedTo(input: JsonInput, type: string, call: AwsCall, moto: MotoClient): Promise<Summary[]> {
  return listed(call, moto, 'ListPoliciesForTarget', { TargetId: input.TargetId, Filter: type });
}

async function listed(call: AwsCall, moto: MotoClient, action: string, input: object): Promise<Summary[]> {
  const all: Summary[] = [];
  let NextToken: string | undefined;
  do {
    const page: { Policies: Summary[]; NextToken?: string } = await askMoto(withAction(call, action), moto, {
      ...input,
      NextToken,
    });
    all.push(...page.Policies);
    NextToken = page.NextToken;
  } while (NextToken);
  return all;
}

async function checkEnabled(type: string, call: AwsCall, moto: MotoClient): Promise<void> {
  const { Roots } = await askMoto<{ Roots: { PolicyTypes: { Type: string }[] }[] }>(
    withAction(call, 'ListRoots'),
    moto,
    {},
  );
  if (!Roots.some(({ PolicyTypes }) => PolicyTypes.some(({ Type }) => Type === type)))
    throw refused(
      'PolicyTypeNotEnabledException',
      "The specified policy type isn't currently enabled in this root.",
    );
}

function refused(code: string, message: string): ServiceError {
  return new ServiceError({ code, message });
}
