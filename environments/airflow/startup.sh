#!/bin/sh
# Runs whenever a worker, scheduler or web server starts, before requirements are installed; it has five minutes,
# and what fails here keeps Airflow from starting. MWAA says in MWAA_AIRFLOW_COMPONENT who is starting.
echo "starting ${MWAA_AIRFLOW_COMPONENT:-unknown component}"

# pip would look for its own updates on every start.
export PIP_DISABLE_PIP_VERSION_CHECK=1
