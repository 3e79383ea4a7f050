import { InvalidRequestException, ListInstanceFleetsCommand } from '@aws-sdk/client-emr';
import { boto3 } from './boto3';
import { emrClient, emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();

test('fails for a cluster of instance groups, and for one that is not there', async () => {
  const ClusterId = await runJobFlow(local, jobFlow((await emrPrerequisites(local)).subnet));
  const [groups, unknown] = await boto3(local, 'emr', [
    ['list_instance_fleets', { ClusterId }],
    ['list_instance_fleets', { ClusterId: 'j-NOBODYS' }],
  ]);
  expect(groups).toMatchObject({ code: 'InvalidRequestException', status: 400 });
  expect(groups?.message).toContain('Use the ListInstanceGroups operation instead.');
  expect(unknown?.message).toBe("Cluster id 'j-NOBODYS' is not valid.");
  await expect(emrClient(local).send(new ListInstanceFleetsCommand({ ClusterId }))).rejects.toBeInstanceOf(
    InvalidRequestException,
  );
});
