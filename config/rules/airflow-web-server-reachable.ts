import { airflowSections, majorOf } from './airflow-sections';
import type { Rule } from './rule';

/**
 * Airflow 3's tasks report to the web server. Where that is on the internet and the subnets have no way there,
 * every task fails.
 *
 * Source: "Apache Airflow web server access modes"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html).
 */
export const airflowWebServerReachable: Rule = (landscape) =>
  airflowSections(landscape).flatMap(({ stage, value, path }) => {
    const { version, webServerAccess } = value;
    if (version === undefined || majorOf(version) < 3 || webServerAccess !== 'PUBLIC_ONLY') return [];
    if (stage.config.network?.natGateways !== 'none') return [];
    const text = `without NAT gateways the tasks of Airflow 3 cannot reach a web server on the internet, and every one fails; write PRIVATE_ONLY, or network.natGateways: single`;
    return [stage.problem(text, [...path, 'webServerAccess'], ['network', 'natGateways'])];
  });
