/**
 * Tags that the platform sets itself, on every resource or on those it names: the stage, that Terraform owns the
 * resource, the name in the console, and what EMR's service policy asks for. They cannot be set by hand: IAM and
 * EC2 refuse a resource whose tag keys differ in case only.
 */
export const PLATFORM_TAG_KEYS = [
  'Stage',
  'ManagedBy',
  'Name',
  'for-use-with-amazon-emr-managed-policies',
] as const;
