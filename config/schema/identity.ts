import { z } from 'zod';
import { IDENTITY_CENTER_LIMITS } from '../limits/identity-center';
import { NO_TEMPLATE, topicSubscribers } from './fields';
import { field } from './guidance';
import { lakePlaces } from './lake';

const { permissionSetNameLength, descriptionLength, sessionHours, managedPolicies, groupNameLength } =
  IDENTITY_CENTER_LIMITS;

const GROUP_NAME = new RegExp(`^${NO_TEMPLATE}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P} ]{1,${groupNameLength}}$`, 'u');
const PERMISSION_SET_NAME = new RegExp(`^[\\w+=,.@-]{1,${permissionSetNameLength}}$`);

const GROUP_GUIDANCE = `display names of groups: 1 to ${groupNameLength} letters, digits, spaces and signs, without \${`;
const NAME_GUIDANCE = `names of 1 to ${permissionSetNameLength} letters, digits and + = , . @ - _`;

/** Who has what in the account of a stage. */
export const accessSchema = field(
  z.record(z.string().regex(GROUP_NAME), z.array(z.string().regex(PERMISSION_SET_NAME)).min(1)).default({}),
  'Groups of IAM Identity Center, by display name, and the permission sets each has in this account. Groups only: people come and go in the identity provider.',
  {
    expected: `${GROUP_GUIDANCE}, each with a list of permission sets such as [DataEngineer, AirflowViewer]`,
  },
);

const lakePart = (verb: string) => lakePlaces(`Prefixes of the lake that whoever has DataEngineer ${verb}.`);

const permissionSet = z.strictObject({
  description: field(
    z
      .string()
      .regex(
        new RegExp(
          `^(?![\\s\\S]*[$%]\\{)[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]{1,${descriptionLength}}$`,
        ),
      ),
    'What it is for; people see it when they choose what to sign in as.',
    { expected: `1 to ${descriptionLength} characters of Latin-1, without \${` },
  ),
  session: field(
    z
      .string()
      .regex(/^PT(?:(?:[1-9]|1[01])H(?:[1-5]?\dM)?|12H)$/)
      .default('PT8H'),
    `How long a session lasts, as ISO 8601 writes it: from PT${sessionHours.min}H to PT${sessionHours.max}H.`,
    {
      expected: `a time from PT${sessionHours.min}H to PT${sessionHours.max}H, such as PT8H or PT1H30M`,
    },
  ),
  managedPolicies: field(
    z
      .array(z.string().regex(/^(?!arn:)(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/))
      .max(managedPolicies)
      .default([]),
    `Managed policies of AWS, by path and name, such as job-function/ViewOnlyAccess. At most ${managedPolicies}; more than 10 need a larger quota of IAM in each account.`,
    {
      expected: `at most ${managedPolicies} policies of AWS by path and name, such as job-function/ViewOnlyAccess, without arn:aws:iam::aws:policy/`,
    },
  ),
  wideAccessReason: field(
    z.string().min(10).optional(),
    'Why it must have a policy that gives more than any job needs: a managed one such as AdministratorAccess, or in policyFile all of * or iam:*.',
    { expected: 'a sentence that says why, of at least 10 characters' },
  ),
  policyFile: field(
    z
      .string()
      .regex(/^(?:(?!\.{1,2}\/)[\w.-]+\/)*[\w.-]+\.json$/)
      .optional(),
    'Policy of its own: a JSON file below environments/. Policy variables such as ${aws:PrincipalAccount} may be in it; it is used in every account.',
    {
      expected: 'the path of a JSON file below environments/, such as policies/auditor.json',
      fix: 'write it without environments/ before it, with forward slashes and without ..',
    },
  ),
});

const breakGlass = z.strictObject({
  subscribers: topicSubscribers(
    'E-mail addresses that are told each time somebody uses the permission set BreakGlass. Default: the security contact in contacts.',
    'E-mail address that is told.',
  ),
});

/** Permission sets and groups: section `identity` of organization.yaml. */
export const identitySchema = z.strictObject({
  source: field(
    z.enum(['external', 'directory']).default('external'),
    'Where groups come from: external (an identity provider brings them by SCIM; they are only looked up) or directory (Identity Center’s own; those in groups are made).',
  ),
  groups: field(
    z.array(z.string().regex(GROUP_NAME)).default([]),
    'Groups to make in Identity Center’s own directory, with source directory only. Who is in them is decided there.',
    { expected: GROUP_GUIDANCE },
  ),
  dataEngineer: z
    .strictObject({ reads: lakePart('reads'), writes: lakePart('reads, writes and deletes in by hand') })
    .prefault({})
    .describe('What of the lake the shipped permission set DataEngineer is for, in every account alike.'),
  breakGlass: breakGlass.prefault({}).describe('Who is told of emergencies.'),
  permissionSets: field(
    z.record(z.string().regex(PERMISSION_SET_NAME), permissionSet).default({}),
    'Permission sets besides the shipped ones, by name. A set that is renamed is replaced, and every assignment with it.',
    { expected: NAME_GUIDANCE },
  ),
  allowedStages: field(
    z.record(z.string().regex(PERMISSION_SET_NAME), z.array(z.string())).default({}),
    'Pins permission sets, shipped ones or others, to stages: in any other stage the check refuses them in access.',
    { expected: 'permission sets, each with a list of stages such as [sandbox, test]' },
  ),
});

/** Section `identity`, defaults filled in. */
export type IdentityConfig = z.output<typeof identitySchema>;
