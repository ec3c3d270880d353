/** How a group is shown in the list. Pure. */
import type { GroupOverview, InstanceOverview } from "../../src/page/feed.js";
import { countSentence, isServing, kindOf, kindWords, type InstanceKind } from "./instance.js";
import { timeOfDay } from "./time.js";

/** How a state is to be taken. */
export type Tone = "good" | "busy" | "idle" | "bad";

/** An instance as a dot. */
export interface Dot {
  readonly name: string;
  readonly kind: InstanceKind;
  readonly protected: boolean;
  readonly title: string;
}

/** An AZ and its instances. */
export interface ZoneView {
  readonly name: string;
  readonly dots: readonly Dot[];
  /** The same in words. */
  readonly sentence: string;
}

/** Places on a line, from 0 to 1. */
export interface Gauge {
  readonly serving: number;
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/** A group in the list. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly tone: Tone;
  /** What goes on, or what is wrong. */
  readonly note: string;
  readonly numbers: string;
  readonly gauge: Gauge;
  readonly zones: readonly ZoneView[];
}

const instanceTitle = (instance: InstanceOverview): string =>
  `${instance.name}: ${kindWords[kindOf(instance)]}${instance.protected ? ", protected" : ""}`;

function zoneView(name: string, instances: readonly InstanceOverview[]): ZoneView {
  return {
    name,
    sentence: countSentence(instances),
    dots: instances.map((instance) => ({
      name: instance.name,
      kind: kindOf(instance),
      protected: instance.protected,
      title: instanceTitle(instance),
    })),
  };
}

function toneOf({ status, activity }: GroupOverview): Tone {
  switch (status) {
    case "ERROR":
      return "bad";
    case "DELETING":
      return "busy";
    case "PAUSED":
      return "idle";
    case "INSERVICE":
      return activity === null ? "good" : "busy";
  }
}

function noteOf({ status, activity, detail, cooldownUntil }: GroupOverview): string {
  if (status === "ERROR") return detail ?? "the last scaling action failed";
  if (activity !== null) return `scaling action ${activity} is running`;
  if (detail !== null) return detail;
  return cooldownUntil === null ? "" : `cooldown until ${timeOfDay(Date.parse(cooldownUntil))}`;
}

function gaugeOf(group: GroupOverview, serving: number): Gauge {
  const scale = Math.max(group.max, group.desired, group.instances.length, 1);
  const at = (value: number): number => value / scale;
  return { serving: at(serving), min: at(group.min), desired: at(group.desired), max: at(group.max) };
}

/** A group as the list shows it. */
export function groupView(group: GroupOverview): GroupView {
  const serving = group.instances.filter(isServing).length;
  const { min, desired, max } = group;
  return {
    id: group.id,
    name: group.name,
    status: group.status,
    tone: toneOf(group),
    note: noteOf(group),
    numbers: `${String(serving)} in service; min ${String(min)}, desired ${String(desired)}, max ${String(max)}`,
    gauge: gaugeOf(group, serving),
    zones: group.zones.map((zone) =>
      zoneView(
        zone,
        group.instances.filter((instance) => instance.zone === zone),
      ),
    ),
  };
}

/** The groups whose name, status or id hold the text, whatever the case. */
export function groupsMatching(groups: Iterable<GroupOverview>, text: string): readonly GroupOverview[] {
  const wanted = text.trim().toLowerCase();
  return [...groups].filter(({ name, status, id }) =>
    [name, status, id].some((each) => each.toLowerCase().includes(wanted)),
  );
}
