import { invalidEc2Value, prefixesOf } from './ec2-form';

/** The tags that an endpoint is made with. */
export function tagsAtCreation(form: URLSearchParams): Map<string, string> {
  const tags = new Map<string, string>();
  for (const specification of prefixesOf(form, 'TagSpecification')) {
    const type = form.get(`${specification}.ResourceType`);
    if (type !== 'client-vpn-endpoint')
      throw invalidEc2Value(`'${type}' is not a valid taggable resource type for this operation.`);
    for (const [key, value] of tagsOf(form, `${specification}.Tag`)) tags.set(key, value);
  }
  return checkedTags(tags);
}

/** The tags of a list: `Tag.1.Key` and `Tag.1.Value` and so on. */
export function tagsOf(form: URLSearchParams, name: string): Map<string, string> {
  return new Map(
    prefixesOf(form, name).map((tag) => [form.get(`${tag}.Key`) ?? '', form.get(`${tag}.Value`) ?? '']),
  );
}

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions */
const MAX_TAGS = 50;

export function checkedTags(tags: Map<string, string>): Map<string, string> {
  for (const key of tags.keys()) {
    if (key === '' || key.length > 128) throw invalidEc2Value('Tag keys must have 1 to 128 characters');
    if (key.startsWith('aws:'))
      throw invalidEc2Value("Tag keys starting with 'aws:' are reserved for internal use");
  }
  for (const value of tags.values()) {
    if (value.length > 256) throw invalidEc2Value('Tag values must have up to 256 characters');
  }
  if (tags.size > MAX_TAGS) throw invalidEc2Value(`A resource can have up to ${MAX_TAGS} tags`);
  return tags;
}
