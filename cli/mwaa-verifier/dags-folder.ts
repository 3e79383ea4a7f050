/** Where DAGs of all stages lie below `environments/`, for those that keep them in this repository. */
export const DAGS_FOLDER = 'airflow/dags';
