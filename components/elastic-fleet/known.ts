/** What is known of the arguments of a fleet at once, without waiting for outputs. */
import * as pulumi from "@pulumi/pulumi";
import { isAbsent, isRecord } from "../../provider/core/record";
import type { LifecycleHookArgs } from "../../provider/resource/lifecycle-hook-args";
import { knownOf } from "../checked";
import { transformed, type Transform } from "../child";
import type { ElasticFleetArgs, FleetLifecycleHookArgs } from "./elastic-fleet-args";
import { hookNameOf } from "./group-args";
import { entriesOf } from "./plan/entries";
import type { KnownFleet } from "./plan/failures";

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Which entries there are. */
const knownEntries = (value: unknown): unknown => {
  const known = knownOf(value ?? {});
  return isRecord(known)
    ? Object.fromEntries(Object.entries(known).map(([key, entry]) => [key, knownOf(entry)]))
    : known;
};

/** A hook of a fleet. */
interface Hook {
  readonly key: string;
  /** Name of the resource. */
  readonly name: string;
  readonly args: FleetLifecycleHookArgs;
}

/** Whether a transformation gives a hook another name than the group knows it by. The id of the group is none yet. */
const isRenamed = (
  { key, name, args }: Hook,
  transform: Transform<LifecycleHookArgs> | undefined,
): boolean => {
  const lifecycleHookName = hookNameOf(key, args);
  const child = {
    name,
    args: { ...args, lifecycleHookName, scalingGroupId: pulumi.output("") },
    options: {},
  };
  return transformed(child, transform).args.lifecycleHookName !== lifecycleHookName;
};

const hooksOf = (fleet: string, lifecycleHooks: unknown): readonly Hook[] =>
  isRecord(lifecycleHooks)
    ? entriesOf(lifecycleHooks).flatMap(([key, args]) =>
        isRecord(args)
          ? [{ key, name: `${fleet}-${key}`, args: args as unknown as FleetLifecycleHookArgs }]
          : [],
      )
    : [];

/** Which arguments of a fleet are given, and what of them is known. */
export function knownFleet(name: string, args: ElasticFleetArgs): KnownFleet {
  const lifecycleHooks = knownEntries(args.lifecycleHooks);
  const hooks = hooksOf(name, lifecycleHooks);
  return {
    given: new Set(Object.entries(args).flatMap(([each, value]) => (isAbsent(value) ? [] : [each]))),
    numbers: {
      minInstanceNumber: knownOf(args.minInstanceNumber),
      desireInstanceNumber: knownOf(args.desireInstanceNumber),
      maxInstanceNumber: knownOf(args.maxInstanceNumber),
    },
    policies: knownEntries(args.policies),
    lifecycleHooks,
    topics: knownEntries(args.topics),
    hookNames: new Map(hooks.map((hook) => [hook.key, textOf(hookNameOf(hook.key, hook.args))])),
    renamedHooks: hooks
      .filter((hook) => isRenamed(hook, args.transform?.lifecycleHook))
      .map(({ key }) => key),
  };
}
