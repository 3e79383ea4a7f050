import { Table, type TableProps } from '../../../modules/glue/table';
import { onlyResource } from '../../support/terraform-json';
import { synthWithDatabase } from './glue-stack';

const tableWith = (props: Partial<TableProps>) =>
  onlyResource(
    synthWithDatabase((stack, provider, database) => {
      new Table(stack, 'table', {
        provider,
        database,
        name: 'orders',
        bucketName: 'sandbox-raw-111122223333',
        prefix: 'events/orders/',
        format: 'json',
        columns: [
          { name: 'id', type: 'string' },
          { name: 'total', type: 'decimal(10,2)', comment: 'in euro' },
        ],
        partitions: [],
        ...props,
      });
    }),
    'aws_glue_catalog_table',
  );

const parametersWith = (props: Partial<TableProps>) => tableWith(props)['parameters'];

const LOCATION = 's3://sandbox-raw-111122223333/events/orders/';

describe('Table', () => {
  it('is an external table over its prefix, in the database', () => {
    expect(tableWith({})).toMatchObject({
      name: 'orders',
      database_name: expect.stringMatching(/^\$\{aws_glue_catalog_database\./) as string,
      table_type: 'EXTERNAL_TABLE',
      storage_descriptor: {
        location: LOCATION,
        columns: [
          { name: 'id', type: 'string' },
          { name: 'total', type: 'decimal(10,2)', comment: 'in euro' },
        ],
      },
    });
  });

  it.each([
    ['json', 'org.openx.data.jsonserde.JsonSerDe'],
    ['csv', 'org.apache.hadoop.hive.serde2.OpenCSVSerde'],
    ['parquet', 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'],
  ] as const)('reads %s', (format, serializationLibrary) => {
    expect(tableWith({ format })).toMatchObject({
      parameters: { EXTERNAL: 'TRUE', classification: format },
      storage_descriptor: { ser_de_info: { serialization_library: serializationLibrary } },
    });
  });

  it('skips a header only when there is one', () => {
    expect(parametersWith({ format: 'csv', hasHeader: true })).toHaveProperty(
      ['skip.header.line.count'],
      '1',
    );
    expect(parametersWith({ format: 'csv' })).not.toHaveProperty(['skip.header.line.count']);
  });

  describe('with partitions', () => {
    const partitions: TableProps['partitions'] = [
      { name: 'dt', type: 'date', format: 'yyyy-MM-dd', range: ['2024-01-01', 'NOW'] },
      { name: 'hour', type: 'integer', range: [0, 23], digits: 2 },
      { name: 'region', type: 'enum', values: ['eu', 'us'] },
      { name: 'tenant', type: 'injected' },
    ];

    it('tells Athena how to work out their values', () => {
      expect(parametersWith({ partitions })).toEqual({
        EXTERNAL: 'TRUE',
        classification: 'json',
        'projection.enabled': 'true',
        'projection.dt.type': 'date',
        'projection.dt.format': 'yyyy-MM-dd',
        'projection.dt.range': '2024-01-01,NOW',
        'projection.dt.interval': '1',
        'projection.dt.interval.unit': 'DAYS',
        'projection.hour.type': 'integer',
        'projection.hour.range': '0,23',
        'projection.hour.digits': '2',
        'projection.region.type': 'enum',
        'projection.region.values': 'eu,us',
        'projection.tenant.type': 'injected',
        // Terraform takes two dollar signs for one.
        'storage.location.template': `${LOCATION}dt=$\${dt}/hour=$\${hour}/region=$\${region}/tenant=$\${tenant}/`,
      });
    });

    it('has columns for them, of types that hold every format', () => {
      expect(tableWith({ partitions })['partition_keys']).toEqual([
        { name: 'dt', type: 'string' },
        { name: 'hour', type: 'bigint' },
        { name: 'region', type: 'string' },
        { name: 'tenant', type: 'string' },
      ]);
    });

    it('finds them where they lie', () => {
      expect(
        parametersWith({ partitions: partitions.slice(0, 2), partitionPath: '{dt}/{hour}/' }),
      ).toHaveProperty(['storage.location.template'], `${LOCATION}$\${dt}/$\${hour}/`);
    });

    it.each([
      ['yyyy', 'YEARS'],
      ['yyyy-MM', 'MONTHS'],
      ['dd.MM.yyyy', 'DAYS'],
      ['yyyy/MM/dd/HH', 'HOURS'],
      ["yyyyMMdd'T'HHmm", 'MINUTES'],
    ])('counts dates of the format %s in %s', (format, unit) => {
      const dates: TableProps['partitions'] = [{ name: 'dt', type: 'date', format, range: ['NOW', 'NOW'] }];
      expect(parametersWith({ partitions: dates })).toHaveProperty(['projection.dt.interval.unit'], unit);
    });
  });

  describe('of format iceberg', () => {
    const table = tableWith({ format: 'iceberg' });

    it('has its first metadata written by Glue', () => {
      expect(table).toMatchObject({
        open_table_format_input: { iceberg_input: { metadata_operation: 'CREATE', version: '2' } },
        storage_descriptor: { location: LOCATION.slice(0, -1) },
      });
    });

    it('belongs to the engines from then on', () => {
      expect(table['lifecycle']).toEqual({ ignore_changes: ['parameters', 'storage_descriptor'] });
    });
  });
});
