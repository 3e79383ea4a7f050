"""Counts the events of a day: waits for them, runs a Spark step under the job's own role, then looks at the result.

No name of a stage stands here. Airflow knows the SSM parameter in which the stage publishes its names, and the
tasks look up theirs by the names that environments/*.yaml give: a cluster, a step role, a work group.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import boto3
from airflow.configuration import conf
from airflow.decorators import dag, task
from airflow.providers.amazon.aws.operators.athena import AthenaOperator
from airflow.providers.amazon.aws.operators.emr import EmrAddStepsOperator
from airflow.providers.amazon.aws.sensors.emr import EmrStepSensor
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor
from airflow.timetables.interval import CronDataIntervalTimetable

JOB = "events-daily"


def named(kind: str, name: str) -> str:
    """Template for what the stage calls a thing."""
    return "{{ ti.xcom_pull(task_ids='read_platform')['%s']['%s'] }}" % (kind, name)


@dag(
    # A run is about the day that has ended. Airflow 3 reads "@daily" as the day that begins.
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=datetime(2024, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
    tags=["events"],
    doc_md=__doc__,
)
def events_daily():
    @task
    def read_platform() -> dict:
        """Names of the stage's buckets, clusters, step roles and work groups."""
        name = conf.get("landing_zone", "platform_parameter")
        return json.loads(boto3.client("ssm").get_parameter(Name=name)["Parameter"]["Value"])

    arrived = S3KeySensor(
        task_id="wait_for_events",
        bucket_name=named("buckets", "raw"),
        bucket_key="events/dt={{ ds }}/*",
        wildcard_match=True,
        # Frees its worker while it waits.
        mode="reschedule",
        poke_interval=300,
        timeout=timedelta(hours=12).total_seconds(),
    )

    step = EmrAddStepsOperator(
        task_id="add_step",
        job_flow_name=named("clusters", "main"),
        cluster_states=["RUNNING", "WAITING"],
        execution_role_arn=named("stepRoles", "events-daily"),
        steps=[
            {
                "Name": JOB + " {{ ds }}",
                "ActionOnFailure": "CONTINUE",
                "HadoopJarStep": {
                    "Jar": "command-runner.jar",
                    "Args": [
                        "spark-submit",
                        "--deploy-mode",
                        "cluster",
                        "s3://" + named("buckets", "artifacts") + "/jobs/" + JOB + "/events_daily.py",
                        "--day",
                        "{{ ds }}",
                        "--raw",
                        "s3://" + named("buckets", "raw") + "/events/",
                        "--warehouse",
                        "s3://" + named("buckets", "curated") + "/",
                        "--table",
                        "curated.events_daily",
                    ],
                },
            }
        ],
    )

    counted = EmrStepSensor(
        task_id="wait_for_step",
        job_flow_id="{{ ti.xcom_pull(task_ids='add_step', key='job_flow_id') }}",
        step_id="{{ ti.xcom_pull(task_ids='add_step', key='return_value')[0] }}",
        mode="reschedule",
        poke_interval=60,
        timeout=timedelta(hours=6).total_seconds(),
        # Looking again at a step that failed does not run it again.
        retries=0,
    )

    # Fails the run when the day has no rows: a step that counted nothing ends well, too.
    checked = AthenaOperator(
        task_id="check_result",
        query="SELECT 1 / count(*) AS has_rows FROM events_daily WHERE day = DATE '{{ ds }}'",
        database="curated",
        workgroup=named("workGroups", "engineers"),
    )

    read_platform() >> arrived >> step >> counted >> checked


events_daily()
