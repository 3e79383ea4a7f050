import { z } from 'zod';
import { ORGANIZATIONS_LIMITS } from '../limits/organizations';
import { accountBudgetSchema } from './account-budget';
import { accountContactsSchema } from './account-contacts';
import { accountLifecycleSchema } from './account-lifecycle';
import { airflowSchema } from './airflow';
import { athenaSchema } from './athena';
import { catalogSchema } from './catalog';
import { emrSchema } from './emr';
import { accountId, NO_TEMPLATE, region, rootEmail, tags } from './fields';
import { field } from './guidance';
import { accessSchema } from './identity';
import { lakeSchema } from './lake';
import { monitoringSchema } from './monitoring';
import { networkSchema } from './network';
import { unitPath } from './organization';
import { vpnSchema } from './vpn';

const account = z.strictObject({
  name: field(
    z
      .string()
      .min(ORGANIZATIONS_LIMITS.accountNameLength.min)
      .max(ORGANIZATIONS_LIMITS.accountNameLength.max)
      // The pattern of PutAccountName, which renames accounts, is the narrower one.
      .regex(new RegExp(`^${NO_TEMPLATE}(?! )[ -;=?-~]+(?<! )$`)),
    'Name of the AWS account, unique in the organization.',
    {
      expected: `1 to ${ORGANIZATIONS_LIMITS.accountNameLength.max} printable ASCII characters without < > or \${, and no space at either end`,
    },
  ),
  email: rootEmail(
    'E-mail address of the account’s root user, unique in all of AWS. It cannot be changed here later: AWS asks the owner for a code (see the runbook). For an account that exists, write it exactly as AWS shows it.',
  ),
  id: accountId(
    'Id of the account. Leave it out to have the account created and found by its e-mail address. Given, an account that is not in the state yet is adopted, and deploying the stage needs no read access to the organization.',
  ).optional(),
  unit: unitPath('Organizational unit of the account: one of the paths in organization.yaml.'),
  deployRole: field(
    z
      .string()
      .regex(/^[\w+=,.@-]{1,64}$/)
      .default('OrganizationAccountAccessRole'),
    'Role in the account that the deployment assumes. AWS Organizations makes it when it creates the account; an account that was invited does not have it until somebody makes it.',
    { expected: 'an IAM role name: 1 to 64 letters, digits and _ + = , . @ -' },
  ),
  lifecycle: accountLifecycleSchema,
  contacts: accountContactsSchema
    .prefault({})
    .describe('Alternate contacts of this account, each in place of the one in organization.yaml.'),
  budget: accountBudgetSchema.prefault({}).describe('Monthly budget of the account.'),
  tags: tags('Tags on the account itself, besides those of all resources.').default({}),
});

/** What `environments/<stage>.yaml`, merged over `environments/defaults.yaml`, may say. */
export const environmentSchema = z.strictObject({
  stage: field(
    z
      .string()
      .regex(
        /^(?!(?:organization|identity|defaults|state)$)(?!.*-account$)[a-z](?:[a-z0-9-]{0,14}[a-z0-9])?$/,
      ),
    'Name of the stage; the same as the file name, and the name of its stack.',
    {
      expected:
        '1 to 16 lower-case letters, digits and hyphens, beginning with a letter, and none of the names that other stacks have (organization, identity, defaults, state, …-account)',
    },
  ),
  account: account.describe('The AWS account of the stage.'),
  access: accessSchema,
  region: region('Region of everything in the stage.'),
  disposable: field(
    z.boolean().default(false),
    'Whether `cdktf destroy` may delete what holds data or cannot be made again (keys, data buckets, VPN endpoints). The account itself is never deleted.',
  ),
  network: networkSchema.describe('The VPC of the stage.'),
  lake: lakeSchema.prefault({}).describe('Buckets of the data lake.'),
  catalog: catalogSchema.prefault({}).describe('Glue Data Catalog.'),
  athena: athenaSchema.prefault({}).describe('Athena work groups.'),
  emr: emrSchema.prefault({}).describe('EMR clusters and step roles.'),
  airflow: field(
    airflowSchema,
    'Amazon MWAA environments by name: normally one, and a second one to move to another version. A name is part of the bucket’s and the environment’s name and cannot be changed.',
    {
      expected: 'names of 1 to 20 lower-case letters, digits and hyphens, such as main',
    },
  ),
  vpn: vpnSchema.describe('Client VPN: how developers get to what has no public address.').optional(),
  monitoring: monitoringSchema.prefault({}).describe('Alarms, and who is told of them.'),
  tags: tags('Tags on every resource of the stage, over those of the organization.').default({}),
});

/** Configuration of one stage, defaults filled in. */
export type EnvironmentConfig = z.output<typeof environmentSchema>;
