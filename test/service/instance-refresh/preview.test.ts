import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../provider/core/unknown";
import { handlersOf, startProvider } from "../../support/provider-process";
import { scene, type Scene } from "../../support/old-instances";

/** Both previews of one program run in one process, that of the group first. */
const previewBoth = async (world: Scene, scalingConfigurationId: string) => {
  const group = world.groupStack.recorded()!;
  const refresh = world.stack.recorded()!;
  const { asGroup, instanceRefresh } = handlersOf;
  const { messages } = await startProvider(world, (_, send) => send());
  await asGroup.diff(group.id, group.outputs, { ...group.inputs, scalingConfigurationId });
  const triggers = { configuration: scalingConfigurationId };
  const result = await instanceRefresh.diff(refresh.id, refresh.outputs, { ...refresh.inputs, triggers });
  return [result, messages.filter(({ urn }) => urn === refresh.inputs["selfUrn"]).map(({ text }) => text)];
};

const refreshed = async (): Promise<Scene> => {
  const world = await scene({ instances: 4, group: { maxInstanceNumber: 10 } });
  await world.stack.up(world.refreshArgs());
  world.calls();
  return world;
};

describe("a preview of a refresh", () => {
  it("says how many instances are replaced, how, and about how long it takes", async () => {
    const world = await refreshed();
    await world.groupStack.up(world.groupProgram({ scalingConfigurationId: world.newConfiguration() }));
    world.calls();
    const program = world.refreshArgs({
      triggers: { again: "1" },
      maxSurge: 3,
      pauseBetweenBatches: "90s",
    });
    const { operation, warnings } = await world.stack.preview(program);
    expect(operation).toBe("update");
    expect(warnings).toEqual([
      "plan: replace 4 of 4 instances, 3 at a time, never fewer than 4 in service, 1m30s between batches; about 10 minutes",
    ]);
    expect(world.calls().writes).toEqual([]);
  });

  it("says that nothing is old", async () => {
    const world = await refreshed();
    const { operation, warnings } = await world.stack.preview(
      world.refreshArgs({ triggers: { again: "1" } }),
    );
    expect([operation, warnings]).toEqual([
      "update",
      ["plan: no instance to replace: none of 4 instances is old"],
    ]);
  });

  it.each([
    ["that is another one", (world: Scene) => world.newConfiguration()],
    ["that is not known before up", () => UNKNOWN],
  ])(
    "counts the instances that the same program makes old, by a configuration %s",
    async (_, configuration) => {
      const world = await refreshed();
      const id = configuration(world);
      await expect(previewBoth(world, id)).resolves.toEqual([
        {},
        ["plan: replace 4 of 4 instances, 1 at a time, never fewer than 4 in service; about 16 minutes"],
      ]);
    },
  );

  it("replaces the resource when it is to be for another group, or for one that is not known yet", async () => {
    const world = await refreshed();
    const { operation, failure } = await world.stack.preview(world.refreshArgs({ scalingGroupId: UNKNOWN }));
    expect([operation, failure]).toEqual(["replace", undefined]);
  });

  it("explains what forbids it, before anything is touched", async () => {
    const world = await refreshed();
    await world.groupStack.up(world.groupProgram({ scalingConfigurationId: world.newConfiguration() }));
    world.outside("pauseGroup");
    const { failure } = await world.stack.preview(world.refreshArgs({ triggers: { again: "1" } }));
    expect(failure).toContain("the plan of an instance refresh has stopped: a group that is not in service");
  });
});
