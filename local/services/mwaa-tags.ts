import { queryOf } from '../aws-call';
import { checkInput } from '../input-shape';
import type { MwaaEnvironments } from '../mwaa/mwaa-environments';
import { mwaaValidation } from '../mwaa/mwaa-errors';
import { TAGS, TAG_KEYS } from '../mwaa/mwaa-parameters';
import { restJsonService } from '../rest-json-service';

/** Most tags of an environment. Source: https://docs.aws.amazon.com/mwaa/latest/API/API_TagResource.html */
const MAX_TAGS = 50;

/**
 * Tags of MWAA environments.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/API/API_TagResource.html and its neighbours
 */
export function mwaaTags(environments: MwaaEnvironments) {
  return restJsonService({
    name: 'mwaa-tags',
    service: 'airflow',
    actions: {
      async 'GET /tags/{ResourceArn}'(input, call) {
        const { tags } = await environments.withArn(call, input.ResourceArn);
        return { Tags: tags };
      },
      async 'POST /tags/{ResourceArn}'(input, call) {
        checkInput(input, { Tags: { ...TAGS, isRequired: true } });
        const { tags } = await environments.withArn(call, input.ResourceArn);
        const all = { ...tags, ...(input.Tags as Record<string, string>) };
        if (Object.keys(all).length > MAX_TAGS)
          throw mwaaValidation(`A resource can have at most ${MAX_TAGS} tags`);
        Object.assign(tags, all);
        return {};
      },
      async 'DELETE /tags/{ResourceArn}'(input, call) {
        const tagKeys = queryOf(call).getAll('tagKeys');
        checkInput({ tagKeys }, { tagKeys: TAG_KEYS });
        const { tags } = await environments.withArn(call, input.ResourceArn);
        for (const key of tagKeys) delete tags[key];
        return {};
      },
    },
  });
}
