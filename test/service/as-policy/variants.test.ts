/** The documents are silent in places. Under each reading everything works, or is refused with its code. */
import { describe, expect, it } from "vitest";
import { variantNames, type Variants } from "../../../simulator/src/as/variants";
import { deleteAsPolicy, modifyAsPolicy, pauseAsPolicy } from "../../../provider/api/as-policy";
import { done, END, policyScene } from "./support";

const RELEVANT: readonly (keyof Variants)[] = [
  "busy",
  "emptyDescription",
  "listOrder",
  "missing",
  "missingParent",
  "nullness",
  "policyModify",
  "repeatedAction",
  "status",
  "unknownFields",
];

const readings = RELEVANT.flatMap((name) => variantNames[name].map((reading) => [name, reading] as const));

describe("an AS policy", () => {
  it.each(readings)("lives through %s=%s", async (name, reading) => {
    const { world, stack, alarm, daily } = await policyScene({ variants: { [name]: reading } });
    const first = alarm({ enabled: false, description: "d", scalingPolicyAction: { size: 2 } });
    const second = daily({
      scheduledPolicy: { launchTime: "06:00", recurrenceType: "Weekly", recurrenceValue: "2", endTime: END },
      scalingPolicyAction: { operation: "REMOVE", percentage: 20 },
      description: "e",
    });
    for (const program of [first, second, first, daily({ description: "e" })]) {
      expect(await stack.up(program)).toMatchObject({ failure: undefined });
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
      await stack.refresh();
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    }
    const id = stack.recorded()?.id ?? "";
    await done(pauseAsPolicy(world.client)(id));
    await done(modifyAsPolicy(world.client)(id, { description: "theirs" }));
    expect(await stack.up(daily({ description: "e" }))).toMatchObject({ operation: "update" });
    expect(world.policy()).toMatchObject({ policy_status: "INSERVICE", description: "e" });
    await done(deleteAsPolicy(world.client)(id));
    expect(await stack.up(second)).toMatchObject({ operation: "replace", failure: undefined });
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(world.policies()).toEqual([]);
  });

  it("fails with the code of the service where a description cannot be cleared", async () => {
    const { stack, daily } = await policyScene({ variants: { emptyDescription: "refuse" } });
    await stack.up(daily({ description: "d" }));
    expect((await stack.up(daily())).failure).toContain("AS.0022");
  });

  it("is switched without a failure when somebody else was quicker", async () => {
    for (const status of ["AS.2033", "AS.2020"] as const) {
      const { world, stack, daily } = await policyScene({ variants: { status } });
      await stack.up(daily());
      const id = stack.recorded()?.id ?? "";
      stack.onCalls(async (request, send) => {
        if (request.url.endsWith("/action")) await done(pauseAsPolicy(world.client)(id));
        return send();
      });
      expect(await stack.up(daily({ enabled: false }))).toMatchObject({ failure: undefined });
      expect(world.policy()["policy_status"]).toBe("PAUSED");
    }
  });
});
