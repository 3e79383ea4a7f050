import { z } from 'zod';
import { DOCUMENTATION_ACCOUNT_ID, ORGANIZATIONS_LIMITS } from '../limits/organizations';
import { accountId, cidr, region, tags } from './fields';
import { field } from './guidance';

/** Path of an organizational unit below the root, such as `workloads/production`. */
export const unitPath = (description: string) =>
  field(
    z.string().regex(/^[^/\s](?:[^/]{0,126}[^/\s])?(?:\/[^/\s](?:[^/]{0,126}[^/\s])?){0,4}$/),
    description,
    {
      expected:
        `a path of at most ${ORGANIZATIONS_LIMITS.unitDepth} unit names of 1 to ` +
        `${ORGANIZATIONS_LIMITS.unitNameLength.max} characters, separated by /`,
      fix: 'write it without a leading or trailing /, such as workloads/production',
    },
  );

const awsOrganization = z.strictObject({
  managed: field(
    z.boolean().default(false),
    'Whether this configuration owns the AWS organization itself: its feature set, policy types and the services that may act in all accounts. Leave false when Control Tower or another team owns it; it is then only read.',
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
    z.array(z.string().regex(/^[a-z0-9.-]+\.amazonaws\.com$/)).default(['sso.amazonaws.com']),
    'Service principals with trusted access to the organization. Authoritative when managed is true: a principal that is not listed loses its access.',
    { expected: 'service principals such as sso.amazonaws.com' },
  ),
});

const state = z.strictObject({
  backend: field(
    z.enum(['local', 's3']).default('local'),
    'Where Terraform keeps its state: local (files in .state/, one person, nothing shared) or s3 (a bucket with native locking).',
  ),
  bucket: field(
    z
      .string()
      .regex(/^(?!xn--)(?!.*-s3alias$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .optional(),
    'Name of the state bucket, needed with backend s3.',
    { expected: 'an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens' },
  ),
  region: region('Region of the state bucket, when it is not the region of this file.').optional(),
  kmsKeyId: field(
    z.string().min(1).optional(),
    'ARN of the KMS key that encrypts the state. Default: the default encryption of the bucket.',
  ),
});

const reservedRange = z.strictObject({
  name: field(
    z.string().min(1),
    'What uses the range, such as an office or a data centre; named in error messages.',
  ),
  cidr: cidr('The range.'),
});

/** What `environments/organization.yaml` may say. */
export const organizationSchema = z.strictObject({
  managementAccountId: accountId(
    `Id of the organization's management account. Terraform refuses to work with credentials of any other. ${DOCUMENTATION_ACCOUNT_ID}, AWS's documentation account, marks the shipped example and is what the local cloud uses.`,
  ),
  region: region(
    'Region for what the management account holds regionally; the region of IAM Identity Center.',
  ),
  organization: awsOrganization.prefault({}).describe('The AWS organization itself.'),
  units: field(
    z.array(unitPath('Path of an organizational unit below the root.')).min(1),
    'Organizational units, as paths below the root. Units above a listed one are made too.',
  ),
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
  state: state.prefault({}).describe('Terraform state.'),
  tags: tags('Tags on every resource of every stack.').default({}),
});

/** Organization-wide configuration, defaults filled in. */
export type OrganizationConfig = z.output<typeof organizationSchema>;
