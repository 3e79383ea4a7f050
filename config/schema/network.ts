import { z } from 'zod';
import { INTERFACE_ENDPOINT_PRESETS } from '../limits/vpc-endpoints';
import { cidr, logRetentionDays } from './fields';
import { field } from './guidance';

const presetNames = Object.keys(INTERFACE_ENDPOINT_PRESETS).join(', ');

const endpoints = z.strictObject({
  interface: field(
    z.array(z.string().regex(/^(?!com\.)[a-z0-9]+(?:[.-][a-z0-9]+)*$/)).default([]),
    `Interface endpoints in the private subnets: sets (${presetNames}) and single services by the part of their name after com.amazonaws.<region>., such as secretsmanager. Each costs per zone and hour; with NAT they are a security choice, without NAT they are the only way out.`,
    {
      expected: `a set (${presetNames}) or a service such as secretsmanager, without com.amazonaws.<region>. before it`,
    },
  ),
  dynamodb: field(
    z.boolean().default(false),
    'Whether to add the (free) DynamoDB gateway endpoint. The S3 one is always there.',
  ),
});

const flowLogs = z.strictObject({
  traffic: field(
    z.enum(['ALL', 'ACCEPT', 'REJECT']).default('ALL'),
    'Which traffic the VPC flow log records.',
  ),
  aggregationSeconds: field(
    z.literal([60, 600]).default(600),
    'How many seconds of traffic one record covers: 60 or 600. Shorter is finer and dearer.',
    { expected: '60 or 600 seconds' },
  ),
  retentionDays: logRetentionDays('How many days CloudWatch keeps the flow log.').default(90),
});

/** The VPC of a stage. */
export const networkSchema = z.strictObject({
  cidr: cidr(
    'IPv4 range of the VPC, /16 to /22. It cannot be changed later; it must overlap no other stage and no reserved range.',
  ),
  zones: field(
    z.literal([2, 3]).default(2),
    'Number of Availability Zones: 2 or 3. A third one can be added later without moving a subnet.',
    { expected: '2 or 3' },
  ),
  zoneIds: field(
    z
      .array(z.string().regex(/^[a-z]{2,4}\d-az[1-9]$/))
      .min(2)
      .max(4)
      .optional(),
    'Availability Zone ids to use instead of the usual ones of the region, such as [use1-az2, use1-az6]; the first `zones` of them are used. Append only: the order decides which subnet lies where.',
    { expected: 'two to four Availability Zone ids such as euw1-az1' },
  ),
  natGateways: field(
    z.enum(['none', 'single', 'perZone']).default('single'),
    'NAT gateways for the way out: none (private routing, interface endpoints only), single (cheapest), perZone (survives the loss of a zone).',
  ),
  endpoints: endpoints.prefault({}).describe('VPC endpoints.'),
  flowLogs: flowLogs.prefault({}).describe('VPC flow log.'),
});

/** Network section of a stage, defaults filled in. */
export type NetworkConfig = z.output<typeof networkSchema>;
