import { type AwsCall, formOf } from '../aws-call';
import type { ClientVpnEndpoint, ClientVpnEndpoints } from '../client-vpn-endpoints';
import { checkedTags, tagsOf } from '../client-vpn-tag-specification';
import { prefixesOf, textsOf } from '../ec2-form';
import { type Ec2Filters, ec2Page } from '../ec2-page';
import { ec2Answer, stopDryRun } from '../ec2-service';
import { ec2List, ec2Xml } from '../ec2-xml';
import type { AwsAnswer, LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';

const ENDPOINT = /^cvpn-endpoint-/;

/**
 * The tags of Client VPN endpoints in the actions that EC2 has for the tags of everything; those of everything
 * else stay moto's.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html
 */
export function clientVpnTags(endpoints: ClientVpnEndpoints): LocalService {
  return {
    name: 'client-vpn-tags',
    handles(call) {
      if (call.protocol !== 'ec2') return false;
      if (call.action === 'DescribeTags') return endpoints.all(call).length > 0;
      if (call.action !== 'CreateTags' && call.action !== 'DeleteTags') return false;
      return resourcesOf(call).some((id) => ENDPOINT.test(id));
    },
    async answer(call, moto) {
      const form = formOf(call) ?? new URLSearchParams();
      if (call.action === 'DescribeTags') return described(endpoints, form, call, moto);
      stopDryRun(form);
      const ids = resourcesOf(call);
      const own = ids.filter((id) => ENDPOINT.test(id)).map((id) => endpoints.get(call, id));
      const tags = tagsOf(form, 'Tag');
      const change = call.action === 'CreateTags' ? added : removed;
      const changed = own.map((endpoint) => [endpoint, change(endpoint, form, tags)] as const);
      const others = ids.filter((id) => !ENDPOINT.test(id));
      if (others.length > 0) {
        const answer = await moto.forward(withResources(call, form, others));
        if (answer.status !== 200) return answer;
      }
      for (const [endpoint, all] of changed) {
        endpoint.tags.clear();
        for (const [key, value] of all) endpoint.tags.set(key, value);
      }
      return ec2Answer(call.action, ec2Xml({ return: true }));
    },
  };
}

function resourcesOf(call: AwsCall): string[] {
  return textsOf(formOf(call) ?? new URLSearchParams(), 'ResourceId');
}

function withResources(call: AwsCall, form: URLSearchParams, ids: readonly string[]): AwsCall {
  const kept = [...form].filter(([name]) => !name.startsWith('ResourceId.'));
  const resources = ids.map((id, index): [string, string] => [`ResourceId.${index + 1}`, id]);
  return { ...call, body: Buffer.from(new URLSearchParams([...kept, ...resources]).toString()) };
}

function added(
  endpoint: ClientVpnEndpoint,
  _: URLSearchParams,
  tags: Map<string, string>,
): Map<string, string> {
  return checkedTags(new Map([...endpoint.tags, ...tags]));
}

/** Without a list all tags go; a tag that is given with a value goes only if it has that value. */
function removed(endpoint: ClientVpnEndpoint, form: URLSearchParams): Map<string, string> {
  const tags = prefixesOf(form, 'Tag');
  if (tags.length === 0) return new Map();
  const goes = ([key, value]: [string, string]): boolean =>
    tags.some((tag) => form.get(`${tag}.Key`) === key && (form.get(`${tag}.Value`) ?? value) === value);
  return new Map([...endpoint.tags].filter((tag) => !goes(tag)));
}

interface DescribedTag {
  readonly resourceId: string;
  readonly resourceType: string;
  readonly key: string;
  readonly value: string;
}

/** moto's tags and then those of endpoints, on the last page. */
async function described(
  endpoints: ClientVpnEndpoints,
  form: URLSearchParams,
  call: AwsCall,
  moto: MotoClient,
): Promise<AwsAnswer> {
  const answer = await moto.forward(call);
  const text = answer.body.toString();
  if (answer.status !== 200 || text.includes('<nextToken>')) return answer;
  const own = endpoints.all(call).flatMap(({ id, tags }) =>
    [...tags].map(([key, value]): DescribedTag => ({
      resourceId: id,
      resourceType: 'client-vpn-endpoint',
      key,
      value,
    })),
  );
  const unpaged = new URLSearchParams([...form].filter(([name]) => name.startsWith('Filter.')));
  const found = ec2Xml(ec2List(ec2Page(unpaged, own, filtersOf(form)).items));
  const body = text.replace(/<tagSet\s*\/>/, '<tagSet></tagSet>').replace('</tagSet>', (end) => found + end);
  return { ...answer, body: Buffer.from(body) };
}

/** The filters that DescribeTags has, with one `tag:<key>` for each that is asked for. */
function filtersOf(form: URLSearchParams): Ec2Filters<DescribedTag> {
  const byKey = prefixesOf(form, 'Filter').flatMap((prefix) => {
    const name = form.get(`${prefix}.Name`) ?? '';
    if (!name.startsWith('tag:')) return [];
    return [[name, (tag: DescribedTag) => (`tag:${tag.key}` === name ? tag.value : undefined)] as const];
  });
  return {
    'resource-id': ({ resourceId }) => resourceId,
    'resource-type': ({ resourceType }) => resourceType,
    key: ({ key }) => key,
    value: ({ value }) => value,
    ...Object.fromEntries(byKey),
  };
}
