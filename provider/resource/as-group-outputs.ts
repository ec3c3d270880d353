/** A subnet that instances are attached to. */
export interface NetworkOutput {
  /** Network ID of the subnet. */
  id: string;
  /** Instances get an IPv6 address from this subnet; absent when the program does not say so. */
  ipv6Enable?: boolean;
  /** Shared bandwidth of the IPv6 addresses. */
  ipv6Bandwidth?: ResourceReference;
}

/** A backend server group that instances join. */
export interface LbaasListenerOutput {
  /** Backend server group (pool) ID. */
  poolId: string;
  /** Port on which instances serve. */
  protocolPort: number;
  /** Share of the requests, 0 to 100; absent when the program does not say so. */
  weight?: number;
  /** Listener that the service found for the pool, where it says so. */
  listenerId?: string;
}

/** Another object of the cloud. */
export interface ResourceReference {
  /** Its ID. */
  id: string;
}
