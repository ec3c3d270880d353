/** Subnets and security groups of a group. */
import type { Network } from "../model";
import { refuse } from "../refusal";
import { flag, idObject, isGiven, list, type JsonObject } from "../value";

const HIGHEST_NETWORKS = 5;
const readId = idObject("AS.2013", "networks");
const ipv6Enabled = flag("AS.2013", "ipv6_enable");
const bandwidth = idObject("AS.2013", "ipv6_bandwidth");

function readNetwork(value: unknown): Network {
  const { id } = readId(value);
  const fields = value as JsonObject;
  const enabled = isGiven(fields["ipv6_enable"]) && ipv6Enabled(fields["ipv6_enable"]);
  if (!isGiven(fields["ipv6_bandwidth"])) return { id, ipv6_enable: enabled, ipv6_bandwidth: null };
  if (!enabled) throw refuse("AS.2050", "ipv6_bandwidth needs ipv6_enable");
  return { id, ipv6_enable: enabled, ipv6_bandwidth: bandwidth(fields["ipv6_bandwidth"]) };
}

/** Reads `networks`, the primary one first. AS.2013, AS.2024, AS.2050. */
export function readNetworks(value: unknown): readonly Network[] {
  if (Array.isArray(value) && value.length > HIGHEST_NETWORKS) {
    throw refuse("AS.2024", `a group has at most ${HIGHEST_NETWORKS} subnets`);
  }
  const networks = list("AS.2013", "networks", readNetwork)(value);
  if (networks.length === 0) throw refuse("AS.2013", "a group needs a subnet");
  if (new Set(networks.map(({ id }) => id)).size < networks.length) {
    throw refuse("AS.2013", "networks names a subnet twice");
  }
  return networks;
}

/** Reads `security_groups`; an empty list means none. AS.2014, AS.2025. */
export function readSecurityGroups(value: unknown): readonly { readonly id: string }[] {
  const groups = list("AS.2014", "security_groups", idObject("AS.2014", "security_groups"))(value);
  if (groups.length > 1) throw refuse("AS.2025", "a group has at most one security group");
  return groups;
}
