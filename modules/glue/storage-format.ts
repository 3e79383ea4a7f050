import type { GlueCatalogTableStorageDescriptor } from '@cdktf/provider-aws/lib/glue-catalog-table';

/** Formats of tables that are plain files. */
export type FileFormat = 'json' | 'csv' | 'parquet';

type StorageFormat = Pick<GlueCatalogTableStorageDescriptor, 'inputFormat' | 'outputFormat' | 'serDeInfo'>;

const TEXT = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
} as const;

/**
 * Hive classes that read each format.
 *
 * Source: "Choose a SerDe for your data" (https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html).
 */
export const STORAGE_FORMATS: Readonly<Record<FileFormat, StorageFormat>> = {
  json: { ...TEXT, serDeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' } },
  csv: {
    ...TEXT,
    serDeInfo: {
      serializationLibrary: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
      parameters: { separatorChar: ',', quoteChar: '"', escapeChar: '\\' },
    },
  },
  parquet: {
    inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    serDeInfo: {
      serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
      parameters: { 'serialization.format': '1' },
    },
  },
};
