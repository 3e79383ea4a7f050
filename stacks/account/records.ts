/** Path in Parameter Store of the management account below which every account is recorded. */
export const ACCOUNT_RECORDS = '/landing-zone/accounts';

/** Path of the record of a stage's account. */
export const accountRecordPath = (stage: string): string => `${ACCOUNT_RECORDS}/${stage}`;

/** Path of the record of the organization's root. */
export const ROOT_RECORD = '/landing-zone/root';

/** What a stage is called in a record. */
export const recordOwner = (stage: string): string => `stage ${stage}`;
