import type { Config } from '../../config';
import { environmentConfig, fixtureAttachments, organizationConfig } from './config';
import { STAGE_ACCOUNT } from './policies';

/** Account of the producer `kafka`. */
export const PRODUCER_ACCOUNT = '444455556666';

/** Account of the role `ci`, which publishes DAGs. */
export const PUBLISHER_ACCOUNT = '222233334444';

/**
 * One stage, `sandbox`, with two jobs that share nothing, two producers from outside and one of the stage's
 * own account, a crawler, and an Airflow environment whose DAGs are published from outside.
 */
export function policyConfig(): Config {
  const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
  const environment = environmentConfig('sandbox', {
    lake: {
      producers: {
        kafka: { principals: [role(PRODUCER_ACCOUNT, 'kafka-connect')], prefix: 'events/' },
        partner: { principals: [role(PRODUCER_ACCOUNT, 'partner')], prefix: 'partner/' },
        firehose: { principals: [role(STAGE_ACCOUNT, 'firehose')], prefix: 'clicks/' },
      },
    },
    catalog: { crawlers: { events: { zone: 'raw', prefix: 'events/' } } },
    emr: {
      shellAccess: true,
      clusters: { main: { core: { instanceType: 'm6g.xlarge', min: 1, max: 2 } } },
      stepRoles: {
        'events-daily': {
          reads: [{ zone: 'raw', prefix: 'events/' }],
          writes: [{ zone: 'curated', prefix: 'events_daily/' }],
          databases: { read: ['raw'], write: ['curated'] },
        },
        report: {
          reads: [{ zone: 'curated', prefix: 'report/' }],
          databases: { read: ['curated'] },
        },
      },
    },
    athena: {
      workGroups: {
        engineers: { description: 'Engineers', maxScannedBytes: 1e12 },
        analysts: { description: 'Analysts', maxScannedBytes: 1e11 },
      },
    },
    airflow: {
      main: {
        version: '2.11.2',
        watches: [{ zone: 'raw', prefix: 'events/' }],
        athena: { workGroups: ['engineers'], databases: ['curated'] },
        dagPublishers: [role(PUBLISHER_ACCOUNT, 'ci')],
      },
    },
  });
  return { organization: organizationConfig(), stages: [environment], attachments: fixtureAttachments() };
}
