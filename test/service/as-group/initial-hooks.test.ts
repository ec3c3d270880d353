import { describe, expect, it } from "vitest";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";

const hook = {
  lifecycleHookName: "prepare",
  lifecycleHookType: "INSTANCE_LAUNCHING",
  notificationTopicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
  defaultResult: "CONTINUE",
  defaultTimeout: 60,
};

describe("initial lifecycle hooks", () => {
  it("are there before the first instance comes, which they hold", async () => {
    const world = await simulated();
    const stack = openStack(world);
    const { failure, progress } = await stack.up(world.args({ initialLifecycleHooks: [hook] }));
    expect(failure).toBeUndefined();
    expect(world.calls().writes).toEqual([
      "POST scaling_group",
      "POST scaling_lifecycle_hook/*",
      "POST scaling_group/*/action",
    ]);
    expect(progress.join("\n")).toContain("lifecycle hook prepare holds instance");
  });

  it("that are edited later change nothing, and a second up does nothing", async () => {
    const world = await simulated();
    const stack = openStack(world);
    await stack.up(world.args({ initialLifecycleHooks: [hook] }));
    world.calls();
    expect(await stack.preview(world.args({ initialLifecycleHooks: [hook] }))).toMatchObject({
      operation: "same",
    });
    await stack.up(world.args({ initialLifecycleHooks: [{ ...hook, defaultTimeout: 90 }] }));
    expect(world.calls().writes).toEqual([]);
  });

  it.each([
    ["killed after the group was made", "/scaling_group", true],
    ["killed after the hook was made", "/scaling_lifecycle_hook/", true],
    ["killed before the hook was made", "/scaling_lifecycle_hook/", false],
  ])("are there in time when the create was %s", async (_, path, sent) => {
    const world = await simulated();
    const stack = openStack(world);
    stack.onCalls(async (request, send) => {
      const isMeant = request.method === "POST" && new URL(request.url).pathname.includes(path);
      if (!isMeant) return send();
      if (sent) await send();
      return stack.kill();
    });
    await stack.up(world.args({ initialLifecycleHooks: [hook] }));
    stack.onCalls(undefined);
    world.calls();
    expect(await stack.up(world.args({ initialLifecycleHooks: [hook] }))).toMatchObject({
      failure: undefined,
    });
    const { writes } = world.calls();
    expect(writes.indexOf("POST scaling_lifecycle_hook/*")).toBeLessThan(
      writes.indexOf("POST scaling_group/*/action"),
    );
    expect(world.simulator.admin.requests().filter(({ status = 0 }) => status >= 400)).toEqual([]);
  });

  it("of a topic that does not exist leave the group paused and empty, and the next up goes on", async () => {
    const world = await simulated();
    const stack = openStack(world);
    world.simulator.admin.fault({
      match: { method: "POST", path: "**/scaling_lifecycle_hook/*" },
      effect: { kind: "status", status: 400, code: "AS.7043" },
    });
    const { failure } = await stack.up(world.args({ initialLifecycleHooks: [hook] }));
    expect(failure).toContain("AS.7043: the SMN topic of the lifecycle hook does not exist");
    expect(world.group().instances).toEqual([]);
    world.simulator.admin.clearFaults();
    world.calls();
    await stack.up(world.args({ initialLifecycleHooks: [hook] }));
    expect(world.calls().writes).toEqual(["POST scaling_lifecycle_hook/*", "POST scaling_group/*/action"]);
  });

  it("of one name are refused before anything is called", async () => {
    const world = await simulated();
    const { failure } = await openStack(world).up(world.args({ initialLifecycleHooks: [hook, hook] }));
    expect(failure).toBe(
      "initialLifecycleHooks[1].lifecycleHookName repeats the name prepare of another hook of the group",
    );
    expect(world.groups()).toEqual([]);
  });
});
