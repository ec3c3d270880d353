import { describe, expect, it } from "vitest";
import { deleteAsPolicy } from "../../../provider/api/as-policy";
import { done, execute, made, policyScene } from "./support";

describe("an AS policy that is gone", () => {
  it("is made anew by up, and dropped by a refresh", async () => {
    const scene = await policyScene();
    const { world, stack, alarm, id } = await made(scene, scene.alarm());
    await done(deleteAsPolicy(world.client)(id));
    expect(await stack.preview(alarm())).toMatchObject({
      operation: "replace",
      warnings: ["the AS policy is gone: it was deleted outside of Pulumi; up creates it anew"],
    });
    expect(await stack.up(alarm())).toMatchObject({ operation: "replace", failure: undefined });
    expect(world.policies()).toHaveLength(1);
    await done(deleteAsPolicy(world.client)(world.policies()[0]?.id ?? ""));
    await stack.refresh();
    expect(stack.recorded()).toBeUndefined();
  });

  it("counts as deleted", async () => {
    const scene = await policyScene();
    const { world, stack, id } = await made(scene, scene.alarm());
    await done(deleteAsPolicy(world.client)(id));
    expect(await stack.destroy()).toMatchObject({ operation: "delete", failure: undefined });
  });
});

describe("deleting an AS policy", () => {
  it("is one call", async () => {
    const scene = await policyScene();
    const { world, stack } = await made(scene, scene.alarm());
    expect(await stack.destroy()).toMatchObject({ operation: "delete", failure: undefined });
    expect(world.calls()).toMatchObject({ writes: ["DELETE scaling_policy/*"], reads: {} });
    expect(world.policies()).toEqual([]);
  });

  it("waits until a policy of a bandwidth has been executed", async () => {
    const scene = await policyScene();
    const bandwidth = scene.world.newBandwidth();
    const program = scene.alarm({ scalingResourceId: bandwidth, scalingResourceType: "BANDWIDTH" });
    const { world, stack, id } = await made(scene, program);
    await execute(scene, id);
    expect(await stack.destroy()).toMatchObject({ operation: "delete", failure: undefined });
    expect(world.policies()).toEqual([]);
    expect(world.calls().writes.filter((call) => call.startsWith("DELETE")).length).toBeGreaterThan(1);
  });
});
