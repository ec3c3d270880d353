/** What is known of the arguments of a fleet at once, without waiting for outputs. */
import type { ElasticFleetArgs } from "./elastic-fleet-args";
import { hookNameOf } from "./group-args";
import type { KnownFleet } from "./plan/failures";

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Which arguments are given, and the names that are plain text. */
export function knownFleet(args: ElasticFleetArgs): KnownFleet {
  const { policies = {}, lifecycleHooks = {}, topics = {} } = args;
  return {
    given: new Set(Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [name]))),
    policyKeys: Object.keys(policies),
    topicKeys: Object.keys(topics),
    hookNames: new Map(
      Object.entries(lifecycleHooks).map(([key, hook]) => [key, textOf(hookNameOf(key, hook))]),
    ),
  };
}
