import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../provider/core/unknown";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";
const OTHER_TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:other";

interface Scene {
  readonly world: World;
  readonly stack: Stack;
  readonly program: (more?: Args) => Args;
}

/** A group in service, and a stack for one hook of it. */
const besideGroup = async (): Promise<Scene> => {
  const world = await simulated();
  await openStack(world, "group").up(world.args());
  world.calls();
  return {
    world,
    stack: openStack(world, "dev", "lifecycleHook"),
    program: (more = {}) => ({
      scalingGroupId: world.group().id,
      lifecycleHookType: "INSTANCE_TERMINATING",
      notificationTopicUrn: TOPIC,
      ...more,
    }),
  };
};

const idOf = (stack: Stack): string => stack.recorded()?.id ?? "none";

/** Another stack that has taken the hook over: what it does is done outside of the first one. */
const elsewhere = ({ world, stack, program }: Scene): { readonly stack: Stack; readonly args: Args } => ({
  stack: openStack(world, "elsewhere", "lifecycleHook"),
  args: program({ adoptId: idOf(stack) }),
});

describe("a lifecycle hook", () => {
  it("is created once, under a name that is derived from its URN, and then left alone", async () => {
    const { world, stack, program } = await besideGroup();
    expect(await stack.up(program())).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls()).toMatchObject({
      writes: ["POST scaling_lifecycle_hook/*"],
      bodies: [
        {
          lifecycle_hook_name: expect.stringMatching(/^web-[0-9a-f]{7}$/) as unknown,
          lifecycle_hook_type: "INSTANCE_TERMINATING",
          notification_topic_urn: TOPIC,
        },
      ],
    });
    expect(stack.recorded()?.outputs).toMatchObject({
      defaultResult: "ABANDON",
      defaultTimeout: 3600,
      notificationTopicName: "scaling",
      managedArguments: ["lifecycleHookName", "lifecycleHookType", "notificationTopicUrn", "scalingGroupId"],
    });
    expect(await stack.preview(program())).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls()).toMatchObject({
      writes: [],
      reads: { "scaling_lifecycle_hook/*/list": 1 },
    });
  });

  it("is changed in place with exactly what the program edits, and goes back to defaults", async () => {
    const { world, stack, program } = await besideGroup();
    await stack.up(program({ defaultTimeout: 300 }));
    world.calls();
    const edited = {
      lifecycleHookType: "INSTANCE_LAUNCHING",
      defaultResult: "CONTINUE",
      defaultTimeout: 600,
      notificationTopicUrn: OTHER_TOPIC,
      notificationMetadata: "drain me",
    };
    expect(await stack.up(program(edited))).toMatchObject({ operation: "update", failure: undefined });
    expect(world.calls()).toMatchObject({
      bodies: [
        {
          lifecycle_hook_type: "INSTANCE_LAUNCHING",
          default_result: "CONTINUE",
          default_timeout: 600,
          notification_topic_urn: OTHER_TOPIC,
          notification_metadata: "drain me",
        },
      ],
    });
    await stack.up(program({ lifecycleHookType: "INSTANCE_LAUNCHING", notificationTopicUrn: OTHER_TOPIC }));
    expect(world.calls().bodies).toEqual([
      { default_result: "ABANDON", default_timeout: 3600, notification_metadata: "" },
    ]);
  });

  it("with another name is replaced: the new hook comes first, the old one goes", async () => {
    const { world, stack, program } = await besideGroup();
    await stack.up(program());
    world.calls();
    expect(await stack.up(program({ lifecycleHookName: "other" }))).toMatchObject({ operation: "replace" });
    expect(world.calls().writes).toEqual([
      "POST scaling_lifecycle_hook/*",
      expect.stringMatching(/^DELETE scaling_lifecycle_hook\/\*\/web-/),
    ]);
  });

  it.each([{}, { lifecycleHookName: "chosen" }])(
    "keeps the hook when a replacement is asked for, named %j",
    async (name) => {
      const { world, stack, program } = await besideGroup();
      await stack.up(program(name));
      const before = stack.recorded();
      world.calls();
      const { failure, warnings } = await stack.up(program(name), { replace: true });
      expect(failure).toBeUndefined();
      expect(warnings).toContainEqual(expect.stringContaining("not replaced, and nothing was deleted"));
      expect(world.calls().writes).toEqual([]);
      expect(stack.recorded()?.id).toBe(before?.id);
      expect(stack.replaced()).toEqual([]);
      expect(await stack.preview(program(name))).toMatchObject({ operation: "same", warnings: [] });
    },
  );

  it("under a chosen name that is edited and to be replaced at once is refused, and nothing is lost", async () => {
    const { world, stack, program } = await besideGroup();
    const named = program({ lifecycleHookName: "chosen" });
    await stack.up(named);
    const before = stack.recorded();
    world.calls();
    const { failure } = await stack.up({ ...named, defaultTimeout: 60 }, { replace: true });
    expect(failure).toContain("AS.7041");
    expect(world.calls().writes).toEqual(["POST scaling_lifecycle_hook/*"]);
    expect(stack.recorded()).toEqual(before);
    expect(await stack.up({ ...named, defaultTimeout: 60 })).toMatchObject({ operation: "update" });
  });

  it("of a group that is not known yet is announced as replaced", async () => {
    const { stack, program } = await besideGroup();
    await stack.up(program());
    expect(await stack.preview(program({ scalingGroupId: UNKNOWN }))).toMatchObject({ operation: "replace" });
    expect(await stack.preview(program({ defaultTimeout: UNKNOWN }))).toMatchObject({ operation: "update" });
  });

  it("with a time-out out of range, or the name of the listing, is refused before anything is called", async () => {
    const { world, stack, program } = await besideGroup();
    const { failure } = await stack.up(program({ defaultTimeout: 90_000, lifecycleHookName: "list" }));
    expect(failure).toContain("defaultTimeout is 90000: expected an integer from 60 to 86400");
    expect(failure).toContain('lifecycleHookName is "list": expected 1 to 32 characters');
    expect(world.calls().writes).toEqual([]);
  });

  it("that was changed outside is shown as drift, and repaired", async () => {
    const scene = await besideGroup();
    const { world, stack, program } = scene;
    await stack.up(program({ defaultTimeout: 300, notificationMetadata: "confidential" }));
    const other = elsewhere(scene);
    await other.stack.up({ ...other.args, defaultTimeout: 60, notificationMetadata: "theirs" });
    world.calls();
    const wanted = program({ defaultTimeout: 300, notificationMetadata: "confidential" });
    expect(await stack.preview(wanted)).toMatchObject({
      operation: "update",
      warnings: [
        "changed outside of Pulumi, up takes it back: defaultTimeout: 60 → 300, notificationMetadata: text of 6 characters → text of 12 characters",
      ],
    });
    expect(world.calls().writes).toEqual([]);
    await stack.up(wanted);
    expect(world.calls().bodies).toEqual([{ default_timeout: 300, notification_metadata: "confidential" }]);
  });

  it("is refreshed: drift is recorded, and the next up repairs it", async () => {
    const scene = await besideGroup();
    const { world, stack, program } = scene;
    await stack.up(program({ defaultTimeout: 300 }));
    const other = elsewhere(scene);
    await other.stack.up({ ...other.args, defaultTimeout: 60 });
    expect(await stack.refresh()).toMatchObject({ failure: undefined });
    expect(stack.recorded()).toMatchObject({
      inputs: { defaultTimeout: 60 },
      outputs: { defaultTimeout: 60 },
    });
    world.calls();
    await stack.up(program({ defaultTimeout: 300 }));
    expect(world.calls().bodies).toEqual([{ default_timeout: 300 }]);
  });

  it("that is gone is created anew by up, and dropped by refresh", async () => {
    const scene = await besideGroup();
    const { stack, program } = scene;
    await stack.up(program());
    const other = elsewhere(scene);
    await other.stack.up(other.args);
    await other.stack.destroy();
    expect(await stack.preview(program())).toMatchObject({
      operation: "replace",
      warnings: ["the lifecycle hook is gone: it was deleted outside of Pulumi; up creates it anew"],
    });
    expect(await stack.up(program())).toMatchObject({ operation: "replace", failure: undefined });
    await other.stack.up({ ...other.args, adoptId: idOf(stack) });
    await other.stack.destroy();
    await stack.refresh();
    expect(stack.recorded()).toBeUndefined();
  });

  it("is deleted with one call; one whose group is gone already needs none that succeeds", async () => {
    const { world, stack, program } = await besideGroup();
    await stack.up(program());
    world.calls();
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(world.calls().writes).toEqual([expect.stringMatching(/^DELETE scaling_lifecycle_hook\/\*\/web-/)]);
    await stack.up(program());
    world.outside("deleteGroup");
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
  });

  it("waits for a scaling action of the group to end", async () => {
    const { world, stack, program } = await besideGroup();
    world.outside("setCapacity", { desire_instance_number: 2 });
    world.pass(20);
    expect(world.group().activity).toBe("NORMAL");
    expect(await stack.up(program())).toMatchObject({ operation: "create", failure: undefined });
    expect(world.group().activity).toBeNull();
  });

  it("whose name somebody else's hook has is not created, and the message says so", async () => {
    const { world, stack, program } = await besideGroup();
    const other = openStack(world, "elsewhere", "lifecycleHook");
    await other.up(program({ lifecycleHookName: "drain", defaultTimeout: 60 }));
    const { failure } = await stack.up(program({ lifecycleHookName: "drain", defaultTimeout: 300 }));
    expect(failure).toContain("AS.7041: the group has a lifecycle hook of this name already");
    expect(failure).toContain("lifecycle hook drain: creating failed");
    expect(stack.recorded()).toBeUndefined();
  });

  it("that an interrupted run has created is found again", async () => {
    const { world, stack, program } = await besideGroup();
    stack.onCalls(async (request, send) => {
      if (request.method !== "POST" || !request.url.includes("scaling_lifecycle_hook")) return send();
      await send();
      return stack.kill();
    });
    await stack.up(program());
    stack.onCalls(undefined);
    expect(stack.recorded()).toBeUndefined();
    world.calls();
    const { failure, warnings, progress } = await stack.up(program());
    expect({ failure, warnings }).toEqual({ failure: undefined, warnings: [] });
    expect(progress).toEqual([
      `continuing with lifecycle hook ${idOf(stack)}, which its group or an interrupted run had created`,
    ]);
    expect(world.calls().writes).toEqual([]);
  });
});

describe("a lifecycle hook that is adopted", () => {
  it("is compared at preview, keeps its name, and gets what differs", async () => {
    const { world, stack, program } = await besideGroup();
    const theirs = openStack(world, "elsewhere", "lifecycleHook");
    await theirs.up(program({ lifecycleHookName: "drain", defaultTimeout: 60 }));
    world.calls();
    const adopting = program({ adoptId: idOf(theirs), defaultTimeout: 300 });
    expect(await stack.preview(adopting)).toMatchObject({
      operation: "create",
      told: [`adopts lifecycle hook ${idOf(theirs)}: defaultTimeout 60 → 300; nothing else differs`],
    });
    expect(world.calls().writes).toEqual([]);
    expect(await stack.up(adopting)).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls().bodies).toEqual([{ default_timeout: 300 }]);
    expect(await stack.preview(adopting)).toMatchObject({ operation: "same" });
    const { adoptId: _, ...rest } = adopting;
    expect(await stack.up(rest)).toMatchObject({ failure: undefined });
    expect(world.calls().writes).toEqual([]);
  });

  it("must be there, and of the program's group", async () => {
    const { world, stack, program } = await besideGroup();
    const missing = `${world.group().id}/missing`;
    expect((await stack.preview(program({ adoptId: missing }))).failure).toContain(
      `there is no lifecycle hook with the id ${missing} that could be adopted`,
    );
    const theirs = openStack(world, "elsewhere", "lifecycleHook");
    await theirs.up(program());
    const { failure } = await stack.up(program({ adoptId: idOf(theirs), scalingGroupId: "another" }));
    expect(failure).toContain("that cannot change, and an adoption replaces nothing");
    expect(stack.recorded()).toBeUndefined();
  });
});
