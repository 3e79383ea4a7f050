import { z } from 'zod';
import {
  CONTROL_TOWER_POLICIES,
  DOCUMENTATION_ACCOUNT_ID,
  ORGANIZATIONS_LIMITS,
  POLICY_LIMITS,
  POLICY_TYPES,
} from '../limits/organizations';
import { BUCKET_NAME } from '../limits/s3';
import { accountContactsSchema } from './account-contacts';
import { auditSchema } from './audit';
import { costAnomaliesSchema } from './cost-anomalies';
import { ciSchema } from './ci';
import { accountId, cidr, NO_TEMPLATE, region, tags } from './fields';
import { field } from './guidance';
import { identitySchema } from './identity';
import { customPoliciesSchema, policiesSchema } from './policies';
import { tagStandardSchema } from './tag-standard';

/** One name in a path of units: printable, no slash, no space at either end. */
const UNIT_NAME = String.raw`[^/\s\p{C}](?:[^/\p{C}]{0,126}[^/\s\p{C}])?`;

/**
 * Path of an organizational unit below the root, such as `workloads/production`. `--` is refused because it is
 * what a slash becomes in Terraform addresses.
 */
export const unitPath = (description: string) =>
  field(
    z.string().regex(new RegExp(`^${NO_TEMPLATE}(?!.*--)${UNIT_NAME}(?:/${UNIT_NAME}){0,4}$`, 'u')),
    description,
    {
      expected:
        `a path of at most ${ORGANIZATIONS_LIMITS.unitDepth} unit names of 1 to ` +
        `${ORGANIZATIONS_LIMITS.unitNameLength.max} printable characters without -- or \${, separated by /`,
      fix: 'write it without a leading or trailing /, such as workloads/production',
    },
  );

const awsOrganization = z.strictObject({
  managed: field(
    z.boolean().default(false),
    'Whether this configuration owns the AWS organization itself: its feature set, policy types and the services that may act in all accounts. Leave false when Control Tower or another team owns it; it is then only read.',
  ),
  controlTower: field(
    z.boolean().default(false),
    'Whether AWS Control Tower runs in the organization. Its trail, its services and the organization itself are then left to it, accounts and units are made there and adopted here by id (account.id, existingUnits), and the policies it attaches are counted.',
  ),
  controlTowerPolicies: field(
    z.int().min(0).max(POLICY_LIMITS.SERVICE_CONTROL_POLICY.attached).default(CONTROL_TOWER_POLICIES),
    'How many service control policies Control Tower has attached to a unit, FullAWSAccess not counted; aws organizations list-policies-for-target tells. Only read when controlTower is true.',
    { expected: `a whole number, 0 to ${POLICY_LIMITS.SERVICE_CONTROL_POLICY.attached}` },
  ),
  id: field(
    z
      .string()
      .regex(/^o-[a-z0-9]{10,32}$/)
      .optional(),
    'Id of an organization that exists already and shall be adopted into the state. Only read when managed is true.',
    { expected: 'an organization id such as o-a1b2c3d4e5' },
  ),
  serviceAccess: field(
    z
      .array(z.string().regex(/^[a-z0-9.-]+\.amazonaws\.com$/))
      .default(['account.amazonaws.com', 'sso.amazonaws.com']),
    'Service principals with trusted access to the organization. Authoritative when managed is true: a principal that is not listed loses its access, but for those that audit needs.',
    { expected: 'service principals such as sso.amazonaws.com' },
  ),
  policyTypes: field(
    z.array(z.enum(POLICY_TYPES)).default(['SERVICE_CONTROL_POLICY', 'TAG_POLICY']),
    'Policy types that are switched on in the organization. Authoritative when managed is true: AWS detaches every policy of a type that is not listed.',
  ),
});

const state = z.strictObject({
  backend: field(
    z.enum(['local', 's3']).default('local'),
    'Where Terraform keeps its state: local (files in .state/, one person, nothing shared) or s3 (a bucket with native locking).',
  ),
  managed: field(
    z.boolean().default(false),
    'Whether `lz bootstrap` makes the bucket and its key, as the stack `state`. Leave false for a bucket that exists already and somebody else looks after.',
  ),
  bucket: field(
    z.string().regex(BUCKET_NAME).optional(),
    'Name of the state bucket, needed with backend s3.',
    {
      expected:
        'an S3 bucket name: 3 to 63 lower-case letters, digits, hyphens and single dots, no IP address, none of the prefixes and suffixes that AWS keeps for itself',
    },
  ),
  region: region('Region of the state bucket, when it is not the region of this file.').optional(),
  kmsKeyId: field(
    z
      .string()
      .regex(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/)
      .optional(),
    'ARN of the KMS key that encrypts the state. Default: the default encryption of the bucket.',
    { expected: 'the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/…' },
  ),
});

const reservedRange = z.strictObject({
  name: field(
    z.string().min(1),
    'What uses the range, such as an office or a data centre; named in error messages.',
  ),
  cidr: cidr('The range.'),
});

const airflowVersion = z.strictObject({
  python: field(z.string().regex(/^3\.\d+$/), 'Python version it runs on, such as "3.12".', {
    expected: 'a Python version in quotes, such as "3.12"',
    fix: 'without quotes YAML reads 3.10 as the number 3.1',
  }),
  endOfSupport: field(
    z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
      .optional(),
    'Day from which on AWS no longer supports it, once AWS has announced one.',
    { expected: 'a day such as "2027-06-30", in quotes' },
  ),
});

/** What `environments/organization.yaml` may say. */
export const organizationSchema = z.strictObject({
  managementAccountId: accountId(
    `Id of the organization's management account. Terraform refuses to work with credentials of any other. ${DOCUMENTATION_ACCOUNT_ID}, AWS's documentation account, marks the shipped example and is what the local cloud uses.`,
  ),
  region: region('Region for what the management account holds regionally.'),
  identityCenter: z
    .strictObject({
      region: region(
        'Region in which IAM Identity Center was enabled, when it is not the region of this file. In any other, AWS shows no instance of it.',
      ).optional(),
    })
    .prefault({})
    .describe('IAM Identity Center, where people and groups are.'),
  identity: identitySchema.prefault({}).describe('Permission sets and groups of IAM Identity Center.'),
  organization: awsOrganization.prefault({}).describe('The AWS organization itself.'),
  units: field(
    z.array(unitPath('Path of an organizational unit below the root.')).min(1),
    'Organizational units, as paths below the root. Units above a listed one are made too.',
  ),
  suspendedUnit: unitPath(
    'Unit that accounts with lifecycle suspended are moved to; listed in units once there is one.',
  ).default('suspended'),
  existingUnits: field(
    z.record(z.string(), z.string().regex(/^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/)).default({}),
    'Ids of units that exist already, by path: they are adopted into the state instead of created, which AWS would refuse.',
    { expected: 'the id of an organizational unit, such as ou-a1b2-c3d4e5f6' },
  ),
  policies: policiesSchema,
  customPolicies: customPoliciesSchema,
  tagStandard: tagStandardSchema.prefault({}).describe('Tags that every stage has.'),
  audit: auditSchema.prefault({}).describe('What watches all accounts.'),
  costAnomalies: costAnomaliesSchema.prefault({}).describe('Who is told of unusual costs.'),
  network: z
    .strictObject({
      pool: cidr('Range that suggestions for free CIDR blocks are taken from.').default('10.0.0.0/8'),
      reserved: field(
        z.array(reservedRange).default([]),
        'Ranges no VPC may overlap: on-premises networks, partners, anything reached by VPN or peering.',
      ),
    })
    .prefault({})
    .describe('Address space of the whole organization.'),
  airflowVersions: field(
    z.record(z.string().regex(/^\d+\.\d+\.\d+$/), airflowVersion).default({}),
    'Versions of Apache Airflow on MWAA that this project does not know yet, or whose end of support AWS has moved. Known ones are in config/limits/mwaa.ts.',
    { expected: 'versions such as 3.4.0, each with python and, once announced, endOfSupport' },
  ),
  contacts: accountContactsSchema
    .prefault({})
    .describe('Alternate contacts of every account, unless the stage names its own.'),
  ci: ciSchema.describe('Roles for pipelines that plan and apply.').optional(),
  state: state.prefault({}).describe('Terraform state.'),
  tags: tags('Tags on every resource of every stack.').default({}),
});

/** Organization-wide configuration, defaults filled in. */
export type OrganizationConfig = z.output<typeof organizationSchema>;
