import { describedCluster, invalidEmrRequest } from '../emr-clusters';
import { checkInput } from '../input-shape';
import { jsonService } from '../json-service';

/**
 * Refuses to list instance fleets, as EMR does for a cluster of instance groups: there are no others here. The
 * AWS provider asks for both kinds and takes what it gets.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/APIReference/API_ListInstanceFleets.html
 */
export function emrInstanceFleets() {
  return jsonService({
    name: 'emr-instance-fleets',
    service: 'elasticmapreduce',
    actions: {
      async ListInstanceFleets(input, call, moto) {
        checkInput(input, { ClusterId: { isRequired: true } });
        await describedCluster(call, moto, input.ClusterId as string);
        throw invalidEmrRequest(
          'Instance fleets and instance groups are mutually exclusive. The EMR cluster specified in the request uses instance groups. The ListInstanceFleets operation does not support clusters that use instance groups. Use the ListInstanceGroups operation instead.',
        );
      },
    },
  });
}
