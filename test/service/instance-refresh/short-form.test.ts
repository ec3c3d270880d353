import { describe, expect, it } from "vitest";
import { KILLED } from "../../support/engine";
import { fated, followedBy } from "../../support/wires";
import { scene, type Scene } from "../../support/old-instances";

const MODIFY = "modify AS group";

/** The group's program with another AS configuration, and a refresh in the same update. */
const changed = (world: Scene, more: object = {}, manner: object | true = { maxSurge: 2 }) =>
  world.groupProgram({
    scalingConfigurationId: world.newConfiguration(),
    refreshOnConfigurationChange: manner,
    ...more,
  });

describe("refreshOnConfigurationChange", () => {
  it("is told by the preview, and ends the update with a refresh", async () => {
    const world = await scene({ instances: 3 });
    const old = world.members();
    const program = changed(world);
    const { operation, warnings } = await world.groupStack.preview(program);
    expect(operation).toBe("update");
    expect(warnings).toEqual([
      "then: replace 3 of 3 instances, 2 at a time, never fewer than 3 in service; about 8 minutes",
    ]);
    expect(world.calls().writes).toEqual([]);
    const { failure, progress } = await world.groupStack.up(program);
    expect(failure).toBeUndefined();
    expect(progress).toContain(
      "replace 3 of 3 instances, 2 at a time, never fewer than 3 in service; about 8 minutes",
    );
    expect(progress.filter((line) => line.includes("interrupted"))).toEqual([]);
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.madeFrom()).toEqual(Array(3).fill(program["scalingConfigurationId"]));
    expect(world.numbers()).toEqual([3, 3, 3]);
    expect(world.group().tags).toEqual({});
    expect((await world.groupStack.preview(program)).operation).toBe("same");
  });

  it("takes the defaults with true, and does nothing with false or without a change of the configuration", async () => {
    const world = await scene({ instances: 2 });
    const old = world.members();
    await world.groupStack.up(world.groupProgram({ coolDownTime: 17, refreshOnConfigurationChange: true }));
    await world.groupStack.up(changed(world, { refreshOnConfigurationChange: false }));
    expect(world.members()).toEqual(old);
    const { warnings } = await world.groupStack.up(changed(world, {}, true));
    expect(warnings).toEqual([
      "then: replace 2 of 2 instances, 1 at a time, never fewer than 2 in service; about 8 minutes",
    ]);
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
  });

  it("stops the preview before anything is touched when it is impossible", async () => {
    const world = await scene({ instances: 2 });
    const [first] = world.members();
    world.simulator.admin.outside("protectInstance", { instance_id: first });
    const program = changed(world);
    const preview = await world.groupStack.preview(program);
    expect(preview.failure).toContain(`old instances are protected from scale-in: ${String(first)}`);
    expect((await world.groupStack.up(program)).failure).toContain("old instances are protected");
    expect(world.calls().writes).toEqual([]);
  });

  it("replaces the instances of a group that the same update resumes", async () => {
    const world = await scene({ instances: 2 });
    await world.groupStack.up(world.groupProgram({ enable: false }));
    const old = world.members();
    const program = changed(world, { enable: true });
    expect((await world.groupStack.up(program)).failure).toBeUndefined();
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    const paused = changed(world, { enable: false });
    expect((await world.groupStack.preview(paused)).failure).toContain(
      "a group that is not in service starts no instances",
    );
  });

  it.each([1, 2])("killed after modify call %i, is taken up by the next up", async (nth) => {
    const world = await scene({ instances: 2 });
    const old = world.members();
    const program = changed(world);
    const fates = [followedBy(() => undefined), followedBy(() => undefined)];
    fates[nth - 1] = followedBy(() => world.groupStack.kill());
    world.groupStack.onCalls(fated(MODIFY, ...fates));
    expect((await world.groupStack.up(program)).failure).toBe(KILLED);
    world.groupStack.onCalls(undefined);
    world.pass(300);
    const { operation, warnings } = await world.groupStack.preview(program);
    expect(operation).toBe("update");
    expect(warnings).toEqual([expect.stringMatching(/^then: go on with an interrupted instance refresh: /)]);
    const { failure, progress } = await world.groupStack.up(program);
    expect(failure).toBeUndefined();
    expect(progress).toContainEqual(expect.stringMatching(/^go on with an interrupted instance refresh: /));
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect((await world.groupStack.preview(program)).operation).toBe("same");
  });

  it("ends an interrupted refresh that the program no longer wants", async () => {
    const world = await scene({ instances: 2 });
    const program = changed(world);
    world.groupStack.onCalls(
      fated(
        MODIFY,
        followedBy(() => undefined),
        followedBy(() => world.groupStack.kill()),
      ),
    );
    await world.groupStack.up(program);
    world.groupStack.onCalls(undefined);
    world.pass(300);
    expect(world.numbers()).toEqual([2, 4, 4]);
    const { refreshOnConfigurationChange: _, ...without } = program;
    const { warnings, failure } = await world.groupStack.up(without);
    expect(failure).toBeUndefined();
    expect(warnings).toEqual(["then: end an interrupted instance refresh; no further instance is replaced"]);
    world.pass(300);
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect(world.group().tags).toEqual({});
    expect((await world.groupStack.preview(without)).operation).toBe("same");
  });

  it("needs no refresh after a drain, which replaces everything by itself", async () => {
    const world = await scene({ instances: 2, group: { lockedChange: "drain" } });
    const old = world.members();
    const program = changed(world, { networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a02" }] });
    const { warnings, failure } = await world.groupStack.up(program);
    expect(failure).toBeUndefined();
    expect(warnings.filter((line) => line.startsWith("then:"))).toEqual([]);
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.madeFrom()).toEqual(Array(2).fill(program["scalingConfigurationId"]));
  });
});
