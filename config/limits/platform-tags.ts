/**
 * Tags that the platform puts on every resource of a stage itself: the stage's name, and that Terraform
 * owns the resource. They cannot be set by hand.
 */
export const PLATFORM_TAG_KEYS = ['Stage', 'ManagedBy'] as const;
