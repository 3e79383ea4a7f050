"""Macros for partitioned prefixes, for templates: {{ macros.partitions.daily(data_interval_start) }}."""

from __future__ import annotations

from datetime import datetime

from airflow.plugins_manager import AirflowPlugin


def daily(moment: datetime) -> str:
    """Prefix of the partition of a day: dt=2026-01-31/."""
    return moment.strftime("dt=%Y-%m-%d/")


def hourly(moment: datetime) -> str:
    """Prefix of the partition of an hour: dt=2026-01-31/hour=07/."""
    return moment.strftime("dt=%Y-%m-%d/hour=%H/")


class PartitionMacros(AirflowPlugin):
    """Makes the functions known to templates as macros.partitions.*"""

    name = "partitions"
    macros = [daily, hourly]
