import { type AwsCall, formOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import { prefixesOf } from '../ec2-form';
import type { AwsAnswer, LocalService } from '../local-service';
import { RegionalState } from '../regional-state';

/** Descriptions by the id of the rule. */
type Descriptions = Map<string, string>;

const ANSWERS_WITH_RULES = [
  'AuthorizeSecurityGroupEgress',
  'AuthorizeSecurityGroupIngress',
  'DescribeSecurityGroupRules',
];
const REVOCATIONS = ['RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress'];

/**
 * Descriptions of rules that name a security group or a prefix list, which moto keeps for ranges of addresses
 * only; and the error for a rule that is gone, by which the AWS provider knows that somebody else was faster.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function securityGroupRules(): LocalService {
  const state = new RegionalState<Descriptions>(() => new Map());
  return {
    name: 'security-group-rules',
    handles: ({ protocol, action }) =>
      protocol === 'ec2' &&
      [...ANSWERS_WITH_RULES, ...REVOCATIONS, 'ModifySecurityGroupRules'].includes(action),
    async answer(call, moto) {
      const descriptions = state.of(call);
      const answer = await moto.forward(withPorts(call));
      if (REVOCATIONS.includes(call.action)) return revoked(call, answer);
      if (answer.status !== 200) return answer;
      if (call.action === 'ModifySecurityGroupRules') {
        for (const [id, text] of modifiedDescriptions(call)) descriptions.set(id, text);
        return answer;
      }
      const ids = ruleIds(answer);
      addedDescriptions(call, ids.length).forEach((text, index) => {
        const id = ids[index];
        if (id !== undefined && text !== null) descriptions.set(id, text);
      });
      return described(answer, descriptions);
    },
  };
}

/** moto wants ports to modify a rule for all protocols, which has none; -1 is how EC2 says so in its answers. */
function withPorts(call: AwsCall): AwsCall {
  const form = formOf(call);
  if (form === undefined || call.action !== 'ModifySecurityGroupRules') return call;
  for (const rule of prefixesOf(form, 'SecurityGroupRule')) {
    const changed = `${rule}.SecurityGroupRule`;
    if (form.get(`${changed}.IpProtocol`) !== '-1') continue;
    for (const port of ['FromPort', 'ToPort']) form.set(`${changed}.${port}`, '-1');
  }
  return { ...call, body: Buffer.from(form.toString()) };
}

function revoked(call: AwsCall, answer: AwsAnswer): AwsAnswer {
  const id = formOf(call)?.get('SecurityGroupRuleId.1');
  if (!id || answer.status === 200 || !answer.body.includes('<Code>InvalidPermission.NotFound</Code>'))
    return answer;
  const message = `The security group rule ID '${id}' does not exist`;
  throw new ServiceError({ code: 'InvalidSecurityGroupRuleId.NotFound', message });
}

/** The last descriptions of a request, as many as there are rules: moto answers with those of the last permission. */
function addedDescriptions(call: AwsCall, count: number): (string | null)[] {
  const form = formOf(call);
  if (form === undefined || !call.action.startsWith('Authorize')) return [];
  const descriptions: (string | null)[] = [];
  for (const permission of prefixesOf(form, 'IpPermissions')) {
    for (const kind of ['IpRanges', 'Ipv6Ranges', 'Groups', 'PrefixListIds'])
      for (const rule of prefixesOf(form, `${permission}.${kind}`))
        descriptions.push(form.get(`${rule}.Description`));
  }
  return descriptions.slice(-count);
}

function modifiedDescriptions(call: AwsCall): [string, string][] {
  const form = formOf(call);
  if (form === undefined) return [];
  return prefixesOf(form, 'SecurityGroupRule').flatMap((rule): [string, string][] => {
    const id = form.get(`${rule}.SecurityGroupRuleId`);
    // A rule is modified as a whole: no description is an empty one.
    return id === null ? [] : [[id, form.get(`${rule}.SecurityGroupRule.Description`) ?? '']];
  });
}

function ruleIds({ body }: AwsAnswer): string[] {
  return [...body.toString().matchAll(/<securityGroupRuleId>([^<]+)</g)].map(([, id]) => id ?? '');
}

/** Puts descriptions in where moto has none; the id is the first element of each rule. */
function described(answer: AwsAnswer, descriptions: Descriptions): AwsAnswer {
  const rules = answer.body.toString().split(/(?=<securityGroupRuleId>)/);
  const complete = rules.map((rule) => {
    const id = /^<securityGroupRuleId>([^<]+)</.exec(rule)?.[1] ?? '';
    const description = descriptions.get(id);
    if (!description || rule.includes('<description>')) return rule;
    const element = `<description>${escaped(description)}</description>`;
    return rule.replace('</securityGroupRuleId>', (end) => end + element);
  });
  return { ...answer, body: Buffer.from(complete.join('')) };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
