import { describe, expect, it } from "vitest";
import { openStack } from "../../../support/engine";
import { simulated, type World } from "../../../support/simulated";

/** The same world, with default tags in the stack configuration. */
const withDefaults = (world: World, defaults: unknown): World => ({
  ...world,
  configuration: { ...world.configuration, "otc:defaultTags": JSON.stringify(defaults) },
});

describe("default tags of a stack", () => {
  it("are put on a group beside its own, and nothing differs afterwards", async () => {
    const world = withDefaults(await simulated(), { env: "prod", owner: "web" });
    const stack = openStack(world);
    const program = world.args({ tags: { env: "test" } });
    await stack.up(program);
    expect(world.group().tags).toEqual({ env: "test", owner: "web" });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    await stack.refresh();
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("are repaired when somebody changes one", async () => {
    const world = withDefaults(await simulated(), { env: "prod" });
    const stack = openStack(world);
    await stack.up(world.args());
    world.outside("setTags", { tags: { env: "test" } });
    expect(await stack.up(world.args())).toMatchObject({
      operation: "update",
      warnings: ["changed outside of Pulumi: 1 tag"],
    });
    expect(world.group().tags).toEqual({ env: "prod" });
  });

  it("follow the configuration, and leave the tags alone that it never held once it is gone", async () => {
    const world = await simulated();
    const configuration: Record<string, string> = { ...world.configuration };
    const stack = openStack({ ...world, configuration });
    configuration["otc:defaultTags"] = JSON.stringify({ env: "prod", owner: "web" });
    await stack.up(world.args());
    configuration["otc:defaultTags"] = JSON.stringify({ env: "dev" });
    await stack.up(world.args());
    expect(world.group().tags).toEqual({ env: "dev" });
    world.outside("setTags", { tags: { env: "dev", theirs: "x" } });
    delete configuration["otc:defaultTags"];
    await stack.up(world.args());
    expect(world.group().tags).toEqual({ theirs: "x" });
  });

  it("that are none are refused before anything is asked, without being shown", async () => {
    const world = withDefaults(await simulated(), { "a secret!": "v" });
    const { failure } = await openStack(world).up(world.args());
    expect(failure).toBe(
      "otc:defaultTags: tag 1 of 1 has a key with other characters than letters, digits, - _ @",
    );
    expect(world.calls()).toMatchObject({ signIns: 0, writes: [], reads: {} });
  });
});
