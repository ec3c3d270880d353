/**
 * The arguments of an AS group as one table: how each is read, whether it must be given, and its default.
 *
 * Defaults that the service owns are not here: an argument that is not given stays absent.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import { list } from "../codec/list";
import { flag, id, integer, oneOf, oneOfNumbers, text } from "../codec/scalar";
import { defaulted, type Members, optional, partOf, required, structure } from "../codec/structure";
import { mismatches } from "../decode";
import { type AsError, malformed } from "../error";
import { type RefreshManner, refreshShortForm, shortFormNames } from "../instance-refresh/manner";
import { type InitialLifecycleHook, initialHookNames, initialHooks } from "../lifecycle-hook/initial";
import { recordOf } from "../record";
import { ownMembers, type Timeouts, timeoutNames } from "../resource/arguments";
import { hasUnknown } from "../unknown";
import type { DesireInstanceNumberMode } from "./capacity";
import type {
  HealthPeriodicAuditMethod,
  InstanceTerminatePolicy,
  LbaasListener,
  MultiAzPriorityPolicy,
  Network,
  Tags,
} from "./model";
import { tags } from "./tags";

/** How a group that still has instances is deleted. */
export type DeleteMode = "drain" | "force" | "refuse";

/** What happens when a locked field changes while the group does not allow it. */
export type LockedChangeMode = "fail" | "drain" | "replace";

/** What a drain, or a destroy that drains, may do with instances that AS would not touch by itself. */
export interface DrainConsent {
  /** Instances that are protected from scale-in: `"stop"` before anything is touched, or `"release"` them. */
  readonly protectedInstances: "stop" | "release";
  /** Instances that AS did not create: `"stop"`, or detach them and attach them again afterwards. */
  readonly attachedInstances: "stop" | "reattach";
}

/**
 * What counts as arrived when a number of instances is waited for: in service, in service and healthy by the group's
 * health check, or nothing is waited for.
 */
export type WaitForMode = "inService" | "healthy" | "none";

/** The decoded arguments, with the defaults of those that exist in the program only. */
export interface AsGroupArguments {
  /** The resource's own URN, passed by the resource. */
  readonly selfUrn: string;
  /** Moves on when the group is replaced. */
  readonly nameGeneration: number;
  readonly scalingGroupName: string;
  readonly vpcId: string;
  readonly networks: readonly Network[];
  readonly securityGroups?: readonly { readonly id: string }[];
  readonly scalingConfigurationId: string;
  readonly minInstanceNumber?: number;
  readonly desireInstanceNumber?: number;
  readonly maxInstanceNumber?: number;
  readonly coolDownTime?: number;
  readonly lbListenerId?: string;
  readonly lbaasListeners?: readonly LbaasListener[];
  readonly availableZones?: readonly string[];
  readonly healthPeriodicAuditMethod?: HealthPeriodicAuditMethod;
  readonly healthPeriodicAuditTime?: number;
  readonly healthPeriodicAuditGracePeriod?: number;
  readonly instanceTerminatePolicy?: InstanceTerminatePolicy;
  readonly notifications?: readonly string[];
  readonly deletePublicip?: boolean;
  readonly deleteVolume?: boolean;
  readonly enterpriseProjectId?: string;
  readonly multiAzPriorityPolicy?: MultiAzPriorityPolicy;
  readonly description?: string;
  readonly enable: boolean;
  readonly tags?: Tags;
  readonly timeouts: Timeouts;
  readonly waitFor: WaitForMode;
  readonly desireInstanceNumberMode: DesireInstanceNumberMode;
  /** How instances are replaced when the AS configuration changes; false: they stay as they are. */
  readonly refreshOnConfigurationChange: RefreshManner | false;
  readonly deleteMode: DeleteMode;
  readonly lockedChange: LockedChangeMode;
  readonly drain: DrainConsent;
  /** The live group that a new resource takes over instead of creating one. */
  readonly adoptId?: string;
  /** Hooks that exist before the first instance comes. */
  readonly initialLifecycleHooks: readonly InitialLifecycleHook[];
}

/** The name of an argument. */
export type ArgumentName = keyof AsGroupArguments;

const SECONDS_OF_A_DAY = 86_400;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface Reference {
  readonly id: string;
}

const network: Members<Network> = {
  id: required(id("the network id of a subnet")),
  ipv6Enable: defaulted(flag, false),
  ipv6Bandwidth: optional(
    structure<Reference>("an object with the id of a shared bandwidth", {
      id: required(id("the id of a shared bandwidth")),
    }),
  ),
};
const securityGroup: Members<Reference> = { id: required(id("a security group id")) };
const lbaasListener: Members<LbaasListener> = {
  poolId: required(id("the id of a backend server group")),
  protocolPort: required(integer(1, 65_535)),
  weight: defaulted(integer(0, 100), 1),
};

const drain: Members<DrainConsent> = {
  protectedInstances: defaulted(oneOf("stop", "release"), "stop"),
  attachedInstances: defaulted(oneOf("stop", "reattach"), "stop"),
};

/** Without consent, nothing is touched that AS would not touch by itself. */
export const NO_CONSENT: DrainConsent = { protectedInstances: "stop", attachedInstances: "stop" };

/** The names of the members of arguments that are objects, or lists of them. */
export const nestedNames: Readonly<Partial<Record<ArgumentName, readonly string[]>>> = {
  networks: Object.keys(network),
  securityGroups: Object.keys(securityGroup),
  lbaasListeners: Object.keys(lbaasListener),
  timeouts: timeoutNames,
  drain: Object.keys(drain),
  refreshOnConfigurationChange: shortFormNames,
  initialLifecycleHooks: initialHookNames,
};

const listenerIdsAreSound = (value: string): boolean => {
  const ids = value.split(",").map((part) => part.trim());
  return ids.length <= 6 && ids.every((part) => part !== "") && new Set(ids).size === ids.length;
};

/** The table. */
export const members: Members<AsGroupArguments> = {
  selfUrn: required(text((value) => value.startsWith("urn:"), "the resource's own URN")),
  nameGeneration: required(integer(0, Number.MAX_SAFE_INTEGER)),
  scalingGroupName: required(
    text((value) => /^[A-Za-z0-9_-]{1,64}$/.test(value), "1 to 64 characters of A-Z a-z 0-9 _ -"),
  ),
  vpcId: required(id("a VPC id")),
  networks: required(
    list(structure<Network>("an object with the id of a subnet", network), 1, 5, "a list of 1 to 5 networks"),
  ),
  securityGroups: optional(
    list(
      structure<Reference>("an object with a security group id", securityGroup),
      0,
      1,
      "a list of at most 1 security group",
    ),
  ),
  scalingConfigurationId: required(id("an AS configuration id")),
  minInstanceNumber: optional(integer(0, 300)),
  desireInstanceNumber: optional(integer(0, 300)),
  maxInstanceNumber: optional(integer(0, 300)),
  coolDownTime: optional(integer(0, SECONDS_OF_A_DAY)),
  lbListenerId: optional(
    text(listenerIdsAreSound, "1 to 6 listener ids, separated by commas, none empty or repeated"),
  ),
  lbaasListeners: optional(
    list(
      structure<LbaasListener>("an object with poolId and protocolPort", lbaasListener),
      0,
      6,
      "a list of at most 6 listeners",
    ),
  ),
  availableZones: optional(
    list(id("an availability zone"), 1, Number.POSITIVE_INFINITY, "a list of availability zones, not empty"),
  ),
  healthPeriodicAuditMethod: optional(oneOf("NOVA_AUDIT", "ELB_AUDIT")),
  healthPeriodicAuditTime: optional(oneOfNumbers([0, 1, 5, 15, 60, 180])),
  healthPeriodicAuditGracePeriod: optional(integer(0, SECONDS_OF_A_DAY)),
  instanceTerminatePolicy: optional(
    oneOf("OLD_CONFIG_OLD_INSTANCE", "OLD_CONFIG_NEW_INSTANCE", "OLD_INSTANCE", "NEW_INSTANCE"),
  ),
  notifications: optional(list(oneOf("EMAIL"), 0, 1, 'an empty list or ["EMAIL"]')),
  deletePublicip: optional(flag),
  deleteVolume: optional(flag),
  enterpriseProjectId: optional(
    text((value) => value === "0" || UUID.test(value), '"0" (the default project) or a UUID'),
  ),
  multiAzPriorityPolicy: optional(oneOf("EQUILIBRIUM_DISTRIBUTE", "PICK_FIRST")),
  description: optional(text((value) => value.length >= 1 && value.length <= 256, "1 to 256 characters")),
  enable: defaulted(flag, true),
  tags: optional(tags),
  timeouts: ownMembers.timeouts,
  waitFor: defaulted(oneOf("inService", "healthy", "none"), "inService"),
  desireInstanceNumberMode: defaulted(oneOf("onEdit", "enforce", "initial"), "onEdit"),
  refreshOnConfigurationChange: defaulted(refreshShortForm, false),
  deleteMode: defaulted(oneOf("drain", "force", "refuse"), "drain"),
  lockedChange: defaulted(oneOf("fail", "drain", "replace"), "fail"),
  drain: defaulted(
    structure<DrainConsent>("an object with protectedInstances and attachedInstances", drain),
    NO_CONSENT,
  ),
  adoptId: optional(id("the id of an AS group")),
  initialLifecycleHooks: defaulted(initialHooks, []),
};

/** The names of the table, in its order. */
export const argumentNames = Object.keys(members) as readonly ArgumentName[];

const WHOLE = "an object with the arguments of an AS group";

/** Reads all arguments; members that are not arguments are ignored. */
export const decodeArguments = (raw: unknown): E.Either<AsError, AsGroupArguments> =>
  pipe(
    structure<AsGroupArguments>(WHOLE, members).decode(raw),
    E.mapLeft((errors) => malformed("arguments", mismatches(errors))),
  );

/** Arguments of which some are not known yet. */
export interface KnownArguments {
  readonly known: Partial<AsGroupArguments>;
  /** The arguments that hold an unknown value anywhere. */
  readonly unknown: readonly ArgumentName[];
}

/** Reads the arguments of a preview: those that are known entirely, and the names of the others. */
export const knownArguments = (raw: unknown): E.Either<AsError, KnownArguments> => {
  const given = recordOf(raw);
  const unknown = argumentNames.filter((name) => hasUnknown(given[name]));
  const known = argumentNames.filter((name) => !unknown.includes(name));
  return pipe(
    partOf(WHOLE, members, known).decode(raw),
    E.bimap(
      (errors) => malformed("arguments", mismatches(errors)),
      (decoded) => ({ known: decoded, unknown }),
    ),
  );
};
