/**
 * AS groups in answers of the service.
 *
 * @see as_06_0103, as_06_0102
 */
import type { AsGroup } from "../../core/as-group/model";
import type { Decoder } from "../../core/codec/decoder";
import { flag } from "../../core/codec/scalar";
import { identifier, integer, integerOrText, list, object, optional, orElse, rows, text } from "./wire";

const reference = object("an object with an id", { id: identifier });

const network = object("a network with an id", {
  id: identifier,
  ipv6Enable: orElse(flag, false),
  ipv6Bandwidth: optional(reference),
});

/** A backend server group that instances join. */
export const lbaasListener = object("a backend server group with pool_id, protocol_port and weight", {
  listenerId: optional(text),
  poolId: identifier,
  protocolPort: integer,
  weight: integer,
});

/**
 * The live group. Fields that came with later editions of the API may be absent from an answer and then have
 * their documented default.
 */
export const asGroup: Decoder<AsGroup> = object("an AS group", {
  scalingGroupId: identifier,
  scalingGroupName: text,
  scalingGroupStatus: identifier,
  scalingConfigurationId: optional(text),
  scalingConfigurationName: optional(text),
  currentInstanceNumber: integer,
  desireInstanceNumber: integer,
  minInstanceNumber: integer,
  maxInstanceNumber: integer,
  coolDownTime: integer,
  lbListenerId: optional(text),
  lbaasListeners: list(lbaasListener),
  availableZones: list(text),
  networks: list(network),
  securityGroups: list(reference),
  createTime: text,
  vpcId: identifier,
  detail: optional(text),
  isScaling: flag,
  activityType: optional(text),
  healthPeriodicAuditMethod: identifier,
  healthPeriodicAuditTime: integerOrText,
  healthPeriodicAuditGracePeriod: orElse(integer, 600),
  instanceTerminatePolicy: identifier,
  notifications: list(text),
  deletePublicip: orElse(flag, false),
  deleteVolume: orElse(flag, false),
  cloudLocationId: optional(text),
  enterpriseProjectId: optional(text),
  multiAzPriorityPolicy: orElse(text, "EQUILIBRIUM_DISTRIBUTE"),
  description: optional(text),
});

/** The answer to the query of one group. */
export const asGroupAnswer = object("an object with a scaling_group", { scalingGroup: asGroup });

/** The answer to creating or modifying a group. */
export const asGroupIdAnswer = object("an object with a scaling_group_id", { scalingGroupId: identifier });

/** One page of groups. */
export const asGroupPage = object("a page of AS groups", {
  scalingGroups: rows(asGroup),
  totalNumber: integer,
});
