/**
 * What AWS allows in a VPC, as data.
 *
 * Sources: "Subnet CIDR blocks" and "VPC CIDR blocks" of the Amazon VPC user guide
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
 */
export const VPC_LIMITS = {
  /** Largest VPC: a /16, 65,536 addresses. */
  largestVpcPrefix: 16,
  /** Smallest VPC and smallest subnet: a /28, 16 addresses. */
  smallestSubnetPrefix: 28,
  /** AWS keeps five addresses of each subnet: network, router, DNS, future use, broadcast. */
  reservedAddressesPerSubnet: 5,
} as const;

/**
 * Ranges a VPC should lie in. AWS accepts others, but public ranges that are not yours make parts of the
 * internet unreachable from the VPC ("VPC CIDR blocks": AWS recommends RFC 1918). 100.64.0.0/10 (RFC 6598)
 * is commonly used for pods and by carriers, and AWS accepts it.
 */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] as const;

/**
 * Ranges inside the private ones that AWS services use themselves: 172.17.0.0/16 is Docker's bridge on
 * AWS Cloud9 and SageMaker hosts, and AWS advises against it for a VPC ("VPC CIDR blocks").
 */
export const RANGES_USED_BY_AWS = ['172.17.0.0/16'] as const;
