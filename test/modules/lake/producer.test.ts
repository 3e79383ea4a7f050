import { producerKeyAccess, producerWrites } from '../../../modules/lake/producer';

const kafka = { principals: ['arn:aws:iam::210987654321:role/kafka'], prefix: 'events/' };

describe('producerKeyAccess', () => {
  const access = (producers: Parameters<typeof producerWrites>[0]) =>
    producerKeyAccess({ region: 'eu-west-1', bucketName: 'sandbox-raw-111122223333', producers });

  it('lets producers use the key through S3 and for the one bucket', () => {
    expect(access({ kafka })).toEqual([
      expect.objectContaining({
        Principal: { AWS: kafka.principals },
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
          StringLike: {
            'kms:EncryptionContext:aws:s3:arn': [
              'arn:aws:s3:::sandbox-raw-111122223333',
              'arn:aws:s3:::sandbox-raw-111122223333/*',
            ],
          },
        },
      }),
    ]);
  });

  it('names a principal once, however many producers it is', () => {
    const [statement] = access({ kafka, other: { ...kafka, prefix: 'other/' } });
    expect(statement?.Principal).toEqual({ AWS: kafka.principals });
  });

  it('says nothing when there are no producers: a policy with nobody in it is refused', () => {
    expect(access({})).toEqual([]);
  });
});

describe('producerWrites', () => {
  it('names each statement by its producer, in letters and digits', () => {
    const producers = { 'kafka-2-eu': kafka, k: kafka };
    expect(producerWrites(producers, 'arn:aws:s3:::raw').map(({ Sid }) => Sid)).toEqual([
      'WriteKafka2Eu',
      'WriteK',
    ]);
  });

  it('keeps apart producers whose names differ in hyphens only', () => {
    const sidsOf = (...names: string[]) =>
      producerWrites(Object.fromEntries(names.map((name) => [name, kafka])), 'arn:aws:s3:::raw').map(
        ({ Sid }) => String(Sid),
      );
    const sids = sidsOf('a1', 'a-1', 'b-', 'b', 'c--d', 'c-d', 'e');
    expect(new Set(sids).size).toBe(7);
    for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    // The same whichever is listed first, and as ever for whoever is not mistaken for another.
    expect(sidsOf('a-1', 'a1')).toEqual([sids[1], sids[0]]);
    expect(sids[6]).toBe('WriteE');
  });
});
