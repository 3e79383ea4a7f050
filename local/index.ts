/** What the rest of the product may use of the local cloud. */
export { type AwsClientConfig, awsClientConfig } from './aws-client-config';
export { type CloudAddress, cloudEnvironment } from './environment';
export { type CloudStatus, type UsableRecord, cloudStatus, untilCloudEnds } from './cloud-status';
export { recordCommand } from './commands';
export { cloudsFolder, repositoryRoot, sharedCloudFolder } from './folders';
export { type ImportedCertificate, importCertificate } from './import-certificate';
export { DEFAULT_MANAGEMENT_ACCOUNT } from './moto-client';
export { type PrivateCloud, type PrivateCloudOptions, startPrivateCloud } from './private-cloud';
export { runCommand } from './run-command';
export type { Seed, StateBucket } from './seed';
export { startSharedCloud, stopSharedCloud } from './shared-cloud';
export { type StageAccess, type StageAccount, enterAccount } from './stage-account';
export { MINIMUM_TERRAFORM, type Terraform, findTerraform } from './terraform';
export { terraformEnvironment } from './terraform-environment';
export { UserError } from './user-error';
