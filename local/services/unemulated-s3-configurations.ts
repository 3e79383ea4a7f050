import { queryOf } from '../aws-call';
import { Refusal } from '../aws-error';
import type { LocalService } from '../local-service';
import { notEmulated } from '../not-emulated';

/** Bucket configurations that moto does not know. */
const CONFIGURATIONS = [
  'abac',
  'analytics',
  'intelligent-tiering',
  'metadataConfiguration',
  'metadataInventoryTable',
  'metadataJournalTable',
  'metadataTable',
  'metrics',
];

/**
 * Says that these bucket configurations are not emulated. moto ignores the part of the query that names them,
 * so it would take a PUT for the creation of a bucket and a GET for the listing of one.
 */
export const unemulatedS3Configurations: LocalService = {
  name: 'unemulated-s3-configurations',
  handles: (call) => call.service === 's3' && CONFIGURATIONS.some((name) => queryOf(call).has(name)),
  answer: (call) => Promise.reject(new Refusal(notEmulated(call))),
};
