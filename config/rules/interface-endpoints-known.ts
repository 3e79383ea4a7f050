import { ENDPOINT_SERVICES, isKnownEndpointService } from '../limits/endpoint-services';
import { INTERFACE_ENDPOINT_PRESETS } from '../limits/vpc-endpoints';
import { nearest } from '../validate/nearest';
import { setMeantBy } from './endpoint-sets-spelled';
import type { Rule } from './rule';

const SETS = Object.keys(INTERFACE_ENDPOINT_PRESETS);
const ASK_AWS = 'find out whether the region has it with: aws ec2 describe-vpc-endpoint-services';

/**
 * A warning: AWS adds services every month, so one that is not in our table need not be wrong. One that is would be
 * refused in the middle of a deployment.
 */
export const interfaceEndpointsKnown: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const listed = stage.config.network?.endpoints?.interface ?? [];
    return listed.flatMap((entry, index) => {
      if (entry === undefined || SETS.includes(entry) || isKnownEndpointService(entry)) return [];
      if (setMeantBy(entry) !== undefined) return [];
      const near = nearest(entry, [...SETS, ...ENDPOINT_SERVICES]);
      const fix = near === undefined ? ASK_AWS : `write ${near}, or ${ASK_AWS}`;
      const text = `${entry} is none of the services with an interface endpoint known here; ${fix}`;
      return [stage.problem(text, ['network', 'endpoints', 'interface', index])];
    });
  });
