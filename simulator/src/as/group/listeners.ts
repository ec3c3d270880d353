/** The two kinds of load balancing of a group: classic listeners and backend server groups. */
import { isDeepStrictEqual } from "node:util";
import type { GroupSettings, LbaasListener } from "../model";
import { refuse } from "../refusal";
import { integer, isId, isObject, list } from "../value";
import type { Variants } from "../variants";

type Balancing = Pick<GroupSettings, "lb_listener_id" | "lbaas_listeners">;

export const listenerIds = (text: string): string[] => (text === "" ? [] : text.split(","));

function checkCount(count: number, variants: Variants): void {
  if (count > Number(variants.listenerLimit)) {
    throw refuse("AS.2037", `a group has at most ${variants.listenerLimit} listeners`);
  }
}

/** Reads `lb_listener_id`; an empty text means none. AS.2015, AS.2037. */
export function readListenerIds(value: unknown, variants: Variants): string {
  if (typeof value !== "string") throw refuse("AS.2015", "lb_listener_id must be a text");
  const ids = listenerIds(value);
  checkCount(ids.length, variants);
  if (!ids.every(isId) || new Set(ids).size < ids.length) {
    throw refuse("AS.2015", "lb_listener_id must hold different valid ids, separated by commas");
  }
  return value;
}

const port = integer("AS.2039", "protocol_port", 1, 65535);
const weight = integer("AS.2040", "weight", 0, 100);

function readLbaasListener(value: unknown): LbaasListener {
  if (!isObject(value) || !isId(value["pool_id"])) {
    throw refuse("AS.2042", "pool_id of lbaas_listeners must be a valid id");
  }
  return {
    pool_id: value["pool_id"],
    protocol_port: port(value["protocol_port"]),
    weight: weight(value["weight"]),
  };
}

/** Reads `lbaas_listeners`; an empty list means none. AS.2037, AS.2039, AS.2040, AS.2042. */
export function readLbaasListeners(value: unknown, variants: Variants): readonly LbaasListener[] {
  const listeners = list("AS.2042", "lbaas_listeners", readLbaasListener)(value);
  checkCount(listeners.length, variants);
  const targets = listeners.map((listener) => `${listener.pool_id}:${listener.protocol_port}`);
  if (new Set(targets).size < targets.length) {
    throw refuse("AS.2042", "lbaas_listeners names a backend server group twice with the same port");
  }
  return listeners;
}

/** A group has one kind of load balancing or none. AS.2026. */
export function checkOneKind({ lb_listener_id, lbaas_listeners }: Balancing): void {
  if (lb_listener_id !== "" && lbaas_listeners.length > 0) {
    throw refuse("AS.2026", "lb_listener_id and lbaas_listeners exclude each other");
  }
}

export const hasBalancing = ({ lb_listener_id, lbaas_listeners }: Balancing): boolean =>
  lb_listener_id !== "" || lbaas_listeners.length > 0;

/** What differs between two load balancings; order does not count. */
export type BalancingChange = "none" | "details" | "members";

/** `members`: other listeners or pools; `details`: only other ports or weights. */
export function balancingChange(before: Balancing, after: Balancing): BalancingChange {
  const listeners = ({ lb_listener_id }: Balancing): string[] => listenerIds(lb_listener_id).sort();
  const pools = ({ lbaas_listeners }: Balancing): string[] => lbaas_listeners.map((it) => it.pool_id).sort();
  const details = ({ lbaas_listeners }: Balancing): string[] =>
    lbaas_listeners.map((it) => `${it.pool_id}:${it.protocol_port}:${it.weight}`).sort();
  if (!isDeepStrictEqual(listeners(before), listeners(after))) return "members";
  if (!isDeepStrictEqual(pools(before), pools(after))) return "members";
  return isDeepStrictEqual(details(before), details(after)) ? "none" : "details";
}
