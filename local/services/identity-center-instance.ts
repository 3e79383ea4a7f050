import { type IdentityCenter, INSTANCE } from '../identity-center';
import { checkInput } from '../input-shape';
import { jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';
import { pageOf } from '../page';

/**
 * The organization's instance of Identity Center, the same from every account and region; moto has another in each.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html
 */
export function identityCenterInstance(center: IdentityCenter) {
  const instance = (moto: MotoClient) => ({
    InstanceArn: center.instanceArn,
    IdentityStoreId: center.identityStoreId,
    OwnerAccountId: moto.managementAccountId,
    Name: center.name,
    CreatedDate: center.createdAt,
    Status: 'ACTIVE',
  });
  return jsonService({
    name: 'identity-center-instance',
    service: 'sso',
    actions: {
      ListInstances(input, _, moto) {
        checkInput(input, { MaxResults: { min: 1, max: 100 } });
        const { items, NextToken } = pageOf([instance(moto)], input);
        return { Instances: items, NextToken };
      },
      DescribeInstance(input, _, moto) {
        checkInput(input, INSTANCE);
        center.requireInstance(input);
        return instance(moto);
      },
      UpdateInstance(input) {
        checkInput(input, { ...INSTANCE, Name: { isRequired: true, max: 255, pattern: /[\w+=,.@-]+/ } });
        center.requireInstance(input);
        center.name = input.Name as string;
        return {};
      },
    },
  });
}
