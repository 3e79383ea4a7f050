/**
 * For objects that Terraform uploads: none of the provider's default tags. S3 takes ten on an object and fifty on
 * anything else, and a changed tag is no reason to touch an object.
 *
 * Source: "Categorizing your objects using tags"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html).
 */
export const WITHOUT_DEFAULT_TAGS = { defaultTags: { tags: {} } } as const;
