import { randomBytes } from 'node:crypto';
import { ServiceError } from '../aws-error';
import { checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';
import { invalidInput, isJsonObject, organizationId } from '../organization';

interface ResourcePolicy {
  readonly id: string;
  content: string;
  readonly tags: Map<string, string>;
}

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/**
 * The organization's policy on itself, with which it delegates; moto lacks it.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_PutResourcePolicy.html
 */
export function organizationsResourcePolicy() {
  let policy: ResourcePolicy | undefined;
  const existing = (): ResourcePolicy => {
    if (policy !== undefined) return policy;
    const message = "We can't find a resource policy request with the parameter that you specified.";
    throw new ServiceError({ code: 'ResourcePolicyNotFoundException', message });
  };
  /** The tags that a call is about, if it is about this policy's. */
  const tagged = ({ ResourceId }: JsonInput): Map<string, string> | undefined =>
    policy !== undefined && ResourceId === policy.id ? policy.tags : undefined;
  return jsonService({
    name: 'organizations-resource-policy',
    service: 'organizations',
    actions: {
      async PutResourcePolicy(input, _, moto) {
        const Content = { isRequired: true, min: 1, max: 40_000 } as const;
        checkInput(input, { Content }, { code: 'InvalidInputException' });
        const content = input.Content as string;
        if (!isJsonObject(content)) throw invalidInput('The provided resource policy is not valid JSON.');
        policy ??= { id: `rp-${randomBytes(5).toString('hex')}`, content, tags: new Map() };
        policy.content = content;
        for (const { Key, Value } of (input.Tags ?? []) as Tag[]) policy.tags.set(Key, Value);
        return { ResourcePolicy: await described(policy, moto) };
      },
      DescribeResourcePolicy: async (_, __, moto) => ({ ResourcePolicy: await described(existing(), moto) }),
      DeleteResourcePolicy() {
        existing();
        policy = undefined;
        return {};
      },
      ListTagsForResource(input, call, moto) {
        const tags = tagged(input);
        if (tags === undefined) return askMoto(call, moto);
        return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
      },
      TagResource(input, call, moto) {
        const tags = tagged(input);
        if (tags === undefined) return askMoto(call, moto);
        for (const { Key, Value } of (input.Tags ?? []) as Tag[]) tags.set(Key, Value);
        return {};
      },
      UntagResource(input, call, moto) {
        const tags = tagged(input);
        if (tags === undefined) return askMoto(call, moto);
        for (const key of (input.TagKeys ?? []) as string[]) tags.delete(key);
        return {};
      },
    },
  });
}

async function described({ id, content }: ResourcePolicy, moto: MotoClient): Promise<object> {
  const organization = await organizationId(moto);
  const Arn = `arn:aws:organizations::${moto.managementAccountId}:resourcepolicy/${organization}/${id}`;
  return { ResourcePolicySummary: { Id: id, Arn }, Content: content };
}
