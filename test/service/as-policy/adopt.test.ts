import { describe, expect, it } from "vitest";
import { createAsPolicy, deleteAsPolicy } from "../../../provider/api/as-policy";
import { openStack } from "../../support/engine";
import { ALARM, done, type PolicyScene, policyScene } from "./support";

const NOTHING = "00000000-0000-4000-8000-00000000ffff";

/** A policy that was made elsewhere. */
const elsewhere = async (): Promise<PolicyScene & { readonly id: string }> => {
  const scene = await policyScene();
  const id = await done(
    createAsPolicy(scene.world.client)({
      scalingPolicyName: "theirs",
      scalingResourceId: scene.group,
      scalingResourceType: "SCALING_GROUP",
      scalingPolicyType: "ALARM",
      alarmId: ALARM,
      scalingPolicyAction: { operation: "REMOVE", percentage: 10 },
      coolDownTime: 300,
      description: "theirs",
    }),
  );
  scene.world.calls();
  return { ...scene, id };
};

describe("an AS policy that is adopted", () => {
  it("is recorded and left alone when nothing differs", async () => {
    const { world, stack, alarm, id } = await elsewhere();
    const program = alarm({ adoptId: id });
    expect((await stack.preview(program)).told).toEqual([`adopts AS policy ${id}: nothing differs`]);
    expect(await stack.up(program)).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls().writes).toEqual([]);
    expect(stack.recorded()).toMatchObject({
      id,
      outputs: { scalingPolicyName: "theirs", coolDownTime: 300 },
    });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("is compared at preview, and up writes just that", async () => {
    const { world, stack, alarm, id } = await elsewhere();
    const program = alarm({ adoptId: id, coolDownTime: 600, enabled: false });
    expect((await stack.preview(program)).told).toEqual([
      `adopts AS policy ${id}: coolDownTime 300 → 600; enabled true → false; nothing else differs`,
    ]);
    expect(world.calls().writes).toEqual([]);
    await stack.up(program);
    expect(world.calls().bodies).toEqual([{ action: "pause" }, { cool_down_time: 600 }]);
    expect(world.policy()).toMatchObject({ scaling_policy_name: "theirs", description: "theirs" });
  });

  it("keeps its name when adoptId leaves the program", async () => {
    const { world, stack, alarm, id } = await elsewhere();
    await stack.up(alarm({ adoptId: id }));
    expect(await stack.up(alarm())).toMatchObject({ failure: undefined });
    expect(world.policy()["scaling_policy_name"]).toBe("theirs");
    expect(await stack.preview(alarm())).toMatchObject({ operation: "same", warnings: [] });
  });

  it("is adopted again when the state was lost", async () => {
    const { world, alarm, id, stack } = await elsewhere();
    await stack.up(alarm({ adoptId: id }));
    const again = openStack(world, "dev", "asPolicy");
    expect(await again.up(alarm({ adoptId: id }))).toMatchObject({ operation: "create", failure: undefined });
    expect(world.policies()).toHaveLength(1);
  });

  it("is made anew under a name of its own when it is gone, although adoptId is still there", async () => {
    const { world, stack, alarm, id } = await elsewhere();
    const program = alarm({ adoptId: id });
    await stack.up(program);
    await done(deleteAsPolicy(world.client)(id));
    expect(await stack.up(program)).toMatchObject({ operation: "replace", failure: undefined });
    expect(world.policy()["scaling_policy_name"]).toMatch(/^web-[0-9a-f]{7}$/);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("has to exist", async () => {
    const { stack, alarm } = await policyScene();
    expect((await stack.preview(alarm({ adoptId: NOTHING }))).failure).toContain(
      `there is no AS policy with the id ${NOTHING} that could be adopted`,
    );
  });

  it("cannot be another one than the resource has", async () => {
    const { stack, alarm, id } = await elsewhere();
    await stack.up(alarm({ adoptId: id }));
    expect((await stack.preview(alarm({ adoptId: NOTHING }))).failure).toContain(
      `this resource manages AS policy ${id}, so it cannot adopt ${NOTHING}`,
    );
  });
});
