/**
 * The mutability table of the AS group: for each field that the modify operation takes, when it may change, when two
 * values of it mean the same, and what removing the argument means.
 *
 * It follows the page "Modifying an AS Group". Where other pages contradict it, the service has the last word: see
 * `reclassified` in `compare`.
 *
 * @see as_06_0104
 */
import type { LockClass } from "./lock";
import type { AsGroup, LbaasListener, ModifiableField, Network } from "./model";

/** What a comparison may depend on besides the two values. */
export interface ComparisonContext {
  /** The order of the zones counts: the effective `multiAzPriorityPolicy` is `PICK_FIRST`. */
  readonly zonesAreOrdered: boolean;
  /** The group has, or is to have, a load balancer. */
  readonly balanced: boolean;
}

/** How one field behaves. */
export interface Field<Value> {
  readonly lockClass: LockClass;
  /** When the class depends on the change itself. */
  readonly lockClassOf?: (wanted: Value, live: Value | undefined) => LockClass;
  readonly same: (wanted: Value, live: Value | undefined, context: ComparisonContext) => boolean;
  /** What the field becomes when its argument leaves the program; `"kept"` where the API has no way back. */
  readonly whenRemoved: "kept" | ((context: ComparisonContext) => Value);
  readonly show: (value: Value | undefined) => string;
}

type FieldValue<Name extends ModifiableField> = Exclude<AsGroup[Name], undefined>;

const identical = <Value>(wanted: Value, live: Value | undefined): boolean => wanted === live;

const sameSet = <Value>(key: (value: Value) => string) => {
  const keys = (values: readonly Value[] | undefined): string =>
    JSON.stringify((values ?? []).map(key).sort());
  return (wanted: readonly Value[], live: readonly Value[] | undefined): boolean =>
    keys(wanted) === keys(live);
};

const sameList = <Value>(key: (value: Value) => string) => {
  const keys = (values: readonly Value[] | undefined): string => JSON.stringify((values ?? []).map(key));
  return (wanted: readonly Value[], live: readonly Value[] | undefined): boolean =>
    keys(wanted) === keys(live);
};

const word = (value: string): string => value;
const showPlain = (value: string | number | boolean | undefined): string =>
  value === undefined || value === "" ? "none" : String(value);
const showList =
  <Value>(show: (value: Value) => string) =>
  (values: readonly Value[] | undefined): string =>
    values === undefined || values.length === 0 ? "none" : `[${values.map(show).join(", ")}]`;

const networkKey = (network: Network): string =>
  [network.id, network.ipv6Enable, network.ipv6Bandwidth?.id ?? ""].join("/");
const showNetwork = (network: Network): string =>
  network.ipv6Enable
    ? `${network.id} (IPv6${network.ipv6Bandwidth === undefined ? "" : `, bandwidth ${network.ipv6Bandwidth.id}`})`
    : network.id;

const listenerKey = (listener: LbaasListener): string =>
  [listener.poolId, listener.protocolPort, listener.weight].join("/");
const showListener = (listener: LbaasListener): string =>
  `${listener.poolId} port ${listener.protocolPort} weight ${listener.weight}`;
const samePools = sameSet((listener: LbaasListener) => listener.poolId);

const listenerIds = (value: string | undefined): readonly string[] =>
  (value ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");

const defaultProject = (id: string | undefined): string => (id === undefined || id === "" ? "0" : id);

const free = <Value extends string | number | boolean>(
  whenRemoved: Field<Value>["whenRemoved"],
): Field<Value> => ({ lockClass: "free", same: identical, whenRemoved, show: showPlain });

/** The mutability table. */
export const fields: { readonly [Name in ModifiableField]: Field<FieldValue<Name>> } = {
  scalingGroupName: free("kept"),
  scalingConfigurationId: free("kept"),
  minInstanceNumber: free(() => 0),
  maxInstanceNumber: free(() => 1),
  // Without the argument the number belongs to AS and its policies.
  desireInstanceNumber: free("kept"),
  coolDownTime: free(() => 300),
  healthPeriodicAuditMethod: free<string>((context) => (context.balanced ? "ELB_AUDIT" : "NOVA_AUDIT")),
  healthPeriodicAuditTime: free(() => 5),
  healthPeriodicAuditGracePeriod: free(() => 600),
  instanceTerminatePolicy: free<string>(() => "OLD_CONFIG_OLD_INSTANCE"),
  multiAzPriorityPolicy: free<string>(() => "EQUILIBRIUM_DISTRIBUTE"),
  deletePublicip: free(() => false),
  deleteVolume: free(() => false),
  description: {
    lockClass: "free",
    same: identical,
    whenRemoved: () => "",
    // Free text may hold what is nobody's business.
    show: (value) => (value === undefined || value === "" ? "none" : `text of ${value.length} characters`),
  },
  enterpriseProjectId: {
    lockClass: "free",
    same: (wanted, live) => defaultProject(wanted) === defaultProject(live),
    whenRemoved: () => "0",
    show: showPlain,
  },
  notifications: { lockClass: "free", same: sameSet(word), whenRemoved: () => [], show: showList(word) },
  availableZones: {
    lockClass: "settled",
    same: (wanted, live, context) =>
      context.zonesAreOrdered ? sameList(word)(wanted, live) : sameSet(word)(wanted, live),
    whenRemoved: "kept",
    show: showList(word),
  },
  // The first network is the primary NIC, so the order counts.
  networks: {
    lockClass: "dormant",
    same: sameList(networkKey),
    whenRemoved: "kept",
    show: showList(showNetwork),
  },
  securityGroups: {
    lockClass: "dormant",
    same: sameSet((group: { readonly id: string }) => group.id),
    whenRemoved: () => [],
    show: showList((group) => group.id),
  },
  lbListenerId: {
    lockClass: "dormant",
    same: (wanted, live) => sameSet(word)(listenerIds(wanted), listenerIds(live)),
    whenRemoved: () => "",
    show: showPlain,
  },
  lbaasListeners: {
    lockClass: "dormant",
    lockClassOf: (wanted, live) => (samePools(wanted, live) ? "settled" : "dormant"),
    same: sameSet(listenerKey),
    whenRemoved: () => [],
    show: showList(showListener),
  },
};

/** The names of the table, in its order. */
export const fieldNames = Object.keys(fields) as readonly ModifiableField[];
