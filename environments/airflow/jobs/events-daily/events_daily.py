"""Spark job: counts the events of a day by type and writes them into the Iceberg table.

Lies at jobs/events-daily/ in the artifacts bucket, which the job's step role may read:

    aws s3 cp environments/airflow/jobs/ s3://<stage>-artifacts-<account>/jobs/ --recursive
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--day", required=True, help="day to count, as 2026-01-31")
    parser.add_argument("--raw", required=True, help="where events lie, with a slash at its end")
    parser.add_argument("--warehouse", required=True, help="where tables of the database lie")
    parser.add_argument("--table", required=True, help="Iceberg table to write, as database.table")
    arguments = parser.parse_args()

    spark = (
        SparkSession.builder.appName("events-daily")
        .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .config("spark.sql.catalog.glue_catalog", "org.apache.iceberg.spark.SparkCatalog")
        .config("spark.sql.catalog.glue_catalog.catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog")
        .config("spark.sql.catalog.glue_catalog.io-impl", "org.apache.iceberg.aws.s3.S3FileIO")
        .config("spark.sql.catalog.glue_catalog.warehouse", arguments.warehouse)
        .getOrCreate()
    )
    events = spark.read.json(f"{arguments.raw}dt={arguments.day}/")
    counted = (
        events.groupBy("event_type")
        .agg(F.count("*").alias("events"))
        .select("event_type", F.lit(arguments.day).cast("date").alias("day"), "events")
    )
    # A day that is counted again replaces what was there.
    counted.writeTo(f"glue_catalog.{arguments.table}").overwrite(F.col("day") == F.lit(arguments.day).cast("date"))


if __name__ == "__main__":
    main()
