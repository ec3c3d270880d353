/** One change of every field that is not free, on a group that this package manages. */
import type { AsGroupModification } from "../../../provider/core/as-group/model";
import { NOTHING, POOL } from "../../api/support/simulated";

type LockedField = "networks" | "securityGroups" | "lbaasListeners" | "lbListenerId" | "availableZones";

/** A change of a field, or of the VPC, which no modify operation takes. */
export interface LockedCase {
  readonly heading: string;
  readonly field: LockedField | "vpcId";
  readonly wanted: Pick<AsGroupModification, LockedField> & { readonly vpcId?: string };
}

/** A pool that the group has. */
export const LISTENER = { poolId: POOL, protocolPort: 80, weight: 1 };

export const cases: readonly LockedCase[] = [
  { heading: "networks", field: "networks", wanted: { networks: [{ id: NOTHING, ipv6Enable: false }] } },
  { heading: "securityGroups", field: "securityGroups", wanted: { securityGroups: [{ id: NOTHING }] } },
  {
    heading: "lbaasListeners: pools",
    field: "lbaasListeners",
    wanted: { lbaasListeners: [{ ...LISTENER, poolId: NOTHING }] },
  },
  { heading: "lbListenerId", field: "lbListenerId", wanted: { lbListenerId: NOTHING, lbaasListeners: [] } },
  {
    heading: "lbaasListeners: weight and protocolPort",
    field: "lbaasListeners",
    wanted: { lbaasListeners: [{ ...LISTENER, weight: 50 }] },
  },
  { heading: "availableZones", field: "availableZones", wanted: { availableZones: ["eu-de-02"] } },
  { heading: "vpcId", field: "vpcId", wanted: { vpcId: NOTHING } },
];
