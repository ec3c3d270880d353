/** What a preview decides about a change, on the code that decides it. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import {
  type AsGroupArguments,
  type LockedChangeMode,
  NO_CONSENT,
} from "../../../provider/core/as-group/arguments";
import { capacityOf } from "../../../provider/core/as-group/capacity";
import { compare } from "../../../provider/core/as-group/compare";
import { decide } from "../../../provider/core/as-group/decide";
import { factsOf } from "../../../provider/core/as-group/facts";
import { ownerOf } from "../../../provider/core/as-group/journal-owner";
import type { AsGroup, AsInstance } from "../../../provider/core/as-group/model";
import { lockedChanges, planUpdate } from "../../../provider/core/as-group/plan";
import { planDrain } from "../../../provider/core/as-group/plan-drain";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import { describePlan } from "../../../provider/core/as-group/step";
import { explain } from "../../../provider/core/message";
import { args, group } from "../../support/as-group";
import { LISTENER, type LockedCase } from "./cases";

const instance = (index: number): AsInstance => ({
  instanceId: `i-${index}`,
  instanceName: `web-${index}`,
  lifeCycleState: "INSERVICE",
  healthStatus: "NORMAL",
  scalingConfigurationId: "1d281494-6085-4579-b817-c1f813be835f",
  protectFromScalingDown: false,
});

/** How the live group and the program differ from a group in service with three instances. */
export interface State {
  readonly live?: Partial<AsGroup>;
  readonly wanted?: Partial<AsGroupArguments>;
}

/** In one line: the beginning of what a preview says. */
export const decisionOf = ({ field, wanted }: LockedCase, mode: LockedChangeMode, state: State): string => {
  const live = group({ lbaasListeners: [LISTENER], ...state.live });
  const given = args({ lbaasListeners: [LISTENER], ...state.wanted, ...wanted, lockedChange: mode });
  const comparison = compare(
    { args: given, unknown: [] },
    recordedAsGroup({ managedArguments: ["lbaasListeners"], appliedDesireInstanceNumber: 3 }),
    { group: live, tags: {} },
  );
  const facts = factsOf(live);
  const drains = mode === "drain" && lockedChanges(comparison, facts).length > 0;
  const plan = drains
    ? planDrain({
        comparison,
        facts,
        capacity: capacityOf(live),
        instances: [1, 2, 3].map(instance),
        tags: {},
        consent: NO_CONSENT,
        owner: ownerOf(given.selfUrn),
        removesWhilePaused: true,
      })
    : pipe(
        planUpdate(comparison, facts),
        E.map((steps) => ({ steps, complete: true, summary: describePlan(steps) })),
      );
  const decision = decide(comparison, facts, mode, () => true, plan);
  switch (decision._tag) {
    case "Refuse":
      return `stops: ${explain(decision.error, { doing: "comparing", name: "" }).split("\n")[0]?.replace("AS group: ", "") ?? ""}`;
    case "Replace":
      return "replaces the group: a new one beside it, then this one is deleted";
    case "Update":
      return decision.messages.join("; ") || `plan: ${E.isRight(plan) ? plan.right.summary : ""}`;
    case "Unchanged":
      return `nothing: ${field} is as wanted`;
  }
};
