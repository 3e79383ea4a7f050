import { FORBIDDEN_INTERFACE_ENDPOINTS } from '../limits/vpc-endpoints';
import type { Rule } from './rule';

/** No interface endpoint that breaks the platform or costs money for nothing. */
export const noForbiddenEndpoints: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const listed = stage.config.network?.endpoints?.interface ?? [];
    return listed.flatMap((service, index) => {
      if (service === undefined || !Object.hasOwn(FORBIDDEN_INTERFACE_ENDPOINTS, service)) return [];
      const text = `${service} cannot be an interface endpoint here: ${FORBIDDEN_INTERFACE_ENDPOINTS[service]}; remove it`;
      return [stage.problem(text, ['network', 'endpoints', 'interface', index])];
    });
  });
