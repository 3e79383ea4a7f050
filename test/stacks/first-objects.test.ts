import { StackGraph, type StackNode } from '../../cli/deploy-model/graph';
import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';

const graph = new StackGraph('sandbox', parsedLandingZone(fixtureConfig())['sandbox'] ?? {});

const MAKES_IT_SAFE = [
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
];

/** Where a node writes when it is made: an object into a bucket, or the metadata of an Iceberg table. */
function writesInto({ type, attributes }: StackNode): string | undefined {
  if (type === 'aws_s3_object') return String(attributes['bucket']);
  if (attributes['open_table_format_input'] === undefined) return undefined;
  return String((attributes['storage_descriptor'] as { location: string }).location);
}

const writers = graph.nodes.filter((node) => writesInto(node) !== undefined);

test('what writes objects is found', () => {
  expect([...new Set(writers.map(({ type }) => type))].sort()).toEqual([
    'aws_glue_catalog_table',
    'aws_s3_object',
  ]);
});

test.each(writers.map((node) => [node.address.replace(/_[0-9A-F]{8}$/, ''), node] as const))(
  '%s is written when its bucket is private, versioned and encrypted',
  (_, node) => {
    const into = writesInto(node) ?? '';
    const settings = graph
      .dependencies(node.address)
      .map((address) => graph.node(address))
      .filter(({ attributes }) => into.includes(String(attributes['bucket'])));
    expect(settings.map(({ type }) => type)).toEqual(expect.arrayContaining(MAKES_IT_SAFE));
  },
);
