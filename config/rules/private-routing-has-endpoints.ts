import {
  expandInterfaceEndpoints,
  INTERFACE_ENDPOINT_PRESETS,
  type InterfaceEndpointPreset,
} from '../limits/vpc-endpoints';
import type { Landscape, Rule } from './rule';

/** What a stage has that needs a set of endpoints, as the beginning of a sentence. */
const NEEDS: Partial<
  Record<
    InterfaceEndpointPreset,
    { who: string; isThere: (config: Landscape['stages'][number]['config']) => boolean }
  >
> = {
  mwaa: { who: 'MWAA has', isThere: ({ airflow }) => hasAny(airflow) },
  dags: { who: 'the secrets backend of Airflow and DAGs have', isThere: ({ airflow }) => hasAny(airflow) },
  emr: {
    who: 'EMR clusters, their steps and whoever starts them have',
    isThere: hasEmr,
  },
  shell: {
    who: 'the agents that open a shell on EMR nodes have',
    isThere: (config) => config.emr?.shellAccess === true && hasEmr(config),
  },
  queries: {
    who: 'DAGs that query in Athena have',
    isThere: ({ airflow }) =>
      Object.values(airflow ?? {}).some((each) => (each?.athena?.workGroups ?? []).length > 0),
  },
};

/**
 * A VPC without NAT has an endpoint for every service that is called from it: without one of MWAA's an
 * environment hangs for an hour and then fails to start, without the others tasks hang until they time out.
 */
export const privateRoutingHasEndpoints: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { natGateways, endpoints } = stage.config.network ?? {};
    const listed = endpoints?.interface;
    if (natGateways !== 'none' || !listed?.every((entry) => entry !== undefined)) return [];
    const present = expandInterfaceEndpoints(listed);
    return Object.entries(NEEDS).flatMap(([set, { who, isThere }]) => {
      if (!isThere(stage.config)) return [];
      const services: readonly string[] = INTERFACE_ENDPOINT_PRESETS[set as InterfaceEndpointPreset];
      const missing = services.filter((service) => !present.includes(service));
      if (missing.length === 0) return [];
      const text = `without NAT gateways ${who} no way to ${missing.join(', ')}; add ${set} to network.endpoints.interface, or write natGateways: single`;
      return [stage.problem(text, ['network', 'natGateways'], ['network', 'endpoints', 'interface'])];
    });
  });

function hasEmr({ emr }: Landscape['stages'][number]['config']): boolean {
  return hasAny(emr?.clusters) || hasAny(emr?.stepRoles);
}

function hasAny(entries: object | undefined): boolean {
  return Object.keys(entries ?? {}).length > 0;
}
