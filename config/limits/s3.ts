/**
 * Names that a general purpose bucket can have: 3 to 63 lower-case letters, digits, dots and hyphens, beginning
 * and ending with a letter or digit, no two separators with a dot side by side, no IP address, and none of the
 * prefixes and suffixes that AWS keeps for itself.
 *
 * Source: "General purpose bucket naming rules"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
 */
export const BUCKET_NAME =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!\d+\.\d+\.\d+\.\d+$)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!.*(?:\.\.|\.-|-\.))[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
