import { expandInterfaceEndpoints, INTERFACE_ENDPOINT_PRESETS } from '../limits/vpc-endpoints';
import type { Rule } from './rule';

/**
 * A VPC without NAT has an endpoint for every service that MWAA calls: without one of them an environment
 * hangs for an hour and then fails to start.
 */
export const privateRoutingHasEndpoints: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { natGateways, endpoints } = stage.config.network ?? {};
    const listed = endpoints?.interface;
    if (natGateways !== 'none' || !listed?.every((entry) => entry !== undefined)) return [];
    const present = expandInterfaceEndpoints(listed);
    const missing = INTERFACE_ENDPOINT_PRESETS.mwaa.filter((service) => !present.includes(service));
    if (missing.length === 0) return [];
    const text = `without NAT gateways MWAA has no way to ${missing.join(', ')}; add mwaa to network.endpoints.interface, or write natGateways: single`;
    return [stage.problem(text, ['network', 'natGateways'], ['network', 'endpoints', 'interface'])];
  });
