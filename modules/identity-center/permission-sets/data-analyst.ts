import { policyDocument } from '../../iam/policy-document';
import type { PermissionSetDefinition } from '../permission-set-definition';
import { lakeQueries } from './lake-queries';

/** Asks questions of the curated zone in the work group `analysts`, reads the answers, and sees nothing else. */
export const DATA_ANALYST: PermissionSetDefinition = {
  name: 'DataAnalyst',
  description: 'Queries the curated zone in the work group analysts, and sees nothing else',
  session: 'PT8H',
  inlinePolicy: policyDocument(lakeQueries({ workGroup: 'analysts', zones: [{ zone: 'curated' }] })),
};
