/** Explanations of what the live group does not allow, or did not reach. */
import type { LockedChange } from "../as-group/lock";
import { formatDuration } from "../duration";
import type { Interrupted, Locked, ScalingFailed, Stopped, TimedOut } from "../error";
import { type Explanation, liveGroup, REFRESHING, UP_AGAIN } from "./explanation";

const GO_ON = `${UP_AGAIN}: it goes on from the live group`;

const lockedLine = ({ field, from, to, unmet }: LockedChange): string =>
  `${field}: ${from} → ${to} needs ${unmet.join(" and ")}`;

const revert = (changes: readonly LockedChange[]): string =>
  `take the change back: ${changes.map(({ field, from }) => `${field}: ${from}`).join(", ")}`;

const waysOutOfDormant: readonly string[] = [
  'set lockedChange: "drain": the group is emptied and paused, changed, and given its capacity back',
  'set lockedChange: "replace": a new group is created beside this one, then this one is deleted',
  "empty and pause the group first: set enable: false, minInstanceNumber: 0 and desireInstanceNumber: 0, run `pulumi up`, then make this change; one edit of the program may do both",
];

const waysOutOfScaling: readonly string[] = [
  "wait until the scaling action has ended and run `pulumi up` again",
  "give the update more time to wait for it: timeouts.update",
];

const driftWays = (changes: readonly LockedChange[], drifted: readonly string[]): readonly string[] =>
  drifted.length === 0
    ? []
    : [
        `write what is live into the program: ${changes
          .filter(({ field }) => drifted.includes(field))
          .map(({ field, from }) => `${field}: ${from}`)
          .join(", ")}`,
      ];

export const explainLocked = ({ changes, facts, drifted }: Locked): Explanation => ({
  headline: `${changes.map(({ field }) => field).join(", ")} cannot change on the group as it is now`,
  details: [
    ...(drifted.length === 0 ? [] : [`changed outside of Pulumi: ${drifted.join(", ")}`]),
    ...changes.map(lockedLine),
    liveGroup(facts),
  ],
  ways: [
    ...driftWays(changes, drifted),
    ...(changes.some(({ lockClass }) => lockClass === "dormant")
      ? waysOutOfDormant
      : [...waysOutOfScaling, revert(changes)]),
  ],
});
const timeouts: Readonly<Record<string, string>> = {
  creating: "timeouts.create",
  updating: "timeouts.update",
  deleting: "timeouts.delete",
  [REFRESHING]: "timeout",
};

const evidenceLine = (evidence: string): string => `AS says: ${evidence}`;

export const explainTimedOut = (doing: string, error: TimedOut): Explanation => ({
  headline: `${doing} has waited ${formatDuration(error.seconds)} for ${error.wanted}`,
  details: [
    `last seen: ${error.last}`,
    ...(error.evidence === undefined ? [] : [evidenceLine(error.evidence)]),
  ],
  ways: [GO_ON, `allow more time: ${timeouts[doing] ?? "timeouts"}`],
});

export const explainScalingFailed = (doing: string, error: ScalingFailed): Explanation => ({
  headline: `${doing} failed: AS gave up before there were ${error.wanted}`,
  details: [`last seen: ${error.last}`, evidenceLine(error.evidence)],
  ways: ["remove the cause that AS names, then " + GO_ON],
});

export const explainStopped = (doing: string, error: Stopped): Explanation => ({
  headline: `${doing} has stopped: ${error.reason}`,
  details: [],
  ways: error.next,
});

/** What a drain left behind is always said: a person has to be able to go on by hand. */
export const explainInterrupted = (cause: Explanation, error: Interrupted): Explanation => ({
  headline: `the drain was interrupted: ${cause.headline}`,
  details: [
    ...cause.details,
    ...(error.undone
      ? ["the change was not made; the group has its capacity and its status back"]
      : [
          `done: ${error.done === "" ? "nothing in this run" : error.done}`,
          ...(error.left === "" ? [] : [`not done: ${error.left}`]),
          "the drain journal on the group holds what is to be restored",
        ]),
  ],
  ways: error.undone
    ? cause.ways
    : [
        ...cause.ways.filter((way) => !way.startsWith(UP_AGAIN)),
        `${UP_AGAIN}: it completes the drain, or undoes it if you take the change back`,
      ],
});
