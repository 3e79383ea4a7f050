import { randomUUID } from 'node:crypto';
import { type AwsCall, formOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import { prefixesOf } from '../ec2-form';
import { ec2Xml } from '../ec2-xml';
import type { AwsAnswer, LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import { RegionalState } from '../regional-state';
import { samlMetadata } from '../saml-metadata';

type Tags = Map<string, string>;

const ACTIONS = [
  'CreateSAMLProvider',
  'GetSAMLProvider',
  'DeleteSAMLProvider',
  'TagSAMLProvider',
  'UntagSAMLProvider',
  'ListSAMLProviderTags',
];

/**
 * Tags of SAML providers, which moto lacks.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html
 */
export function samlProviderTags(): LocalService {
  const state = new RegionalState(() => new Map<string, Tags>());
  return {
    name: 'saml-provider-tags',
    handles: ({ service, protocol, action }) =>
      service === 'iam' && protocol === 'query' && ACTIONS.includes(action),
    async answer(call, moto) {
      const form = formOf(call) ?? new URLSearchParams();
      // IAM is the same in all regions.
      const providers = state.of({ account: call.account, region: 'us-east-1' });
      const arn = form.get('SAMLProviderArn') ?? '';
      switch (call.action) {
        case 'CreateSAMLProvider': {
          const tags = givenTags(form);
          const created = `arn:aws:iam::${call.account}:saml-provider/${form.get('Name')}`;
          await refuseSecond(created, call, moto);
          const answer = await moto.forward(call);
          if (answer.status === 200) providers.set(created, tags);
          return answer;
        }
        case 'GetSAMLProvider':
          return withTags(await moto.forward(call), providers.get(arn));
        case 'DeleteSAMLProvider': {
          const answer = await moto.forward(call);
          if (answer.status === 200) providers.delete(arn);
          return answer;
        }
        default: {
          await checkProvider(arn, call, moto);
          const tags = providers.get(arn) ?? new Map<string, string>();
          providers.set(arn, tags);
          if (call.action === 'TagSAMLProvider')
            for (const [key, value] of givenTags(form)) tags.set(key, value);
          if (call.action === 'UntagSAMLProvider')
            for (const [name, key] of form) if (name.startsWith('TagKeys.member.')) tags.delete(key);
          const result = `<Tags>${members(tags)}</Tags><IsTruncated>false</IsTruncated>`;
          return iamAnswer(call.action, call.action === 'ListSAMLProviderTags' ? result : undefined);
        }
      }
    },
  };
}

/** moto lets a second provider take the place of the first. */
async function refuseSecond(arn: string, call: AwsCall, moto: MotoClient): Promise<void> {
  if ((await samlMetadata(arn, call, moto)) === undefined) return;
  const name = arn.slice(arn.indexOf('/') + 1);
  const message = `SAMLProvider with name ${name} already exists.`;
  throw new ServiceError({ code: 'EntityAlreadyExists', status: 409, message });
}

async function checkProvider(arn: string, call: AwsCall, moto: MotoClient): Promise<void> {
  if ((await samlMetadata(arn, call, moto)) !== undefined) return;
  throw new ServiceError({
    code: 'NoSuchEntity',
    status: 404,
    message: `Manifest not found for arn ${arn}`,
  });
}

function givenTags(form: URLSearchParams): Tags {
  return new Map(
    prefixesOf(form, 'Tags.member').map((tag) => [
      form.get(`${tag}.Key`) ?? '',
      form.get(`${tag}.Value`) ?? '',
    ]),
  );
}

function members(tags: Tags): string {
  return ec2Xml({ member: [...tags].map(([Key, Value]) => ({ Key, Value })) });
}

function withTags(answer: AwsAnswer, tags: Tags = new Map<string, string>()): AwsAnswer {
  if (answer.status !== 200 || tags.size === 0) return answer;
  const body = answer.body
    .toString()
    .replace('</GetSAMLProviderResult>', (end) => `<Tags>${members(tags)}</Tags>${end}`);
  return { ...answer, body: Buffer.from(body) };
}

function iamAnswer(action: string, result: string | undefined): AwsAnswer {
  const inside = result === undefined ? '' : `<${action}Result>${result}</${action}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${inside}${metadata}</${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) };
}
