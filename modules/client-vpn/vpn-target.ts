/** Somewhere people go through a VPN. */
export interface VpnTarget {
  /** Subnets it stands in: authorization rules know ranges, and no ports. */
  readonly subnets: readonly { readonly zone: string; readonly cidr: string }[];
  /** What answers there: security groups know ports, and no people. */
  readonly openings: readonly VpnOpening[];
}

/** A port that people reach through a VPN. */
export interface VpnOpening {
  /** Name within the target, such as `resource-manager`. */
  readonly id: string;
  readonly description: string;
  readonly port: number;
  /** Group of what answers at the port. */
  readonly securityGroupId: string;
}
