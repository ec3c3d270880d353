import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResourceState } from "../../tools/engine/stack";
import { byHand } from "../support/by-hand";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";

/** One stack from the first hook to the last: each test goes on where the one before has ended. */
describe("the life of a lifecycle hook", () => {
  let project: Project;

  const group = (): { readonly name: string; readonly args: Args } => ({
    name: "web",
    args: groupArgs(project.configurationId, { desireInstanceNumber: 1 }),
  });
  const declare = (more: Args = {}): Promise<void> =>
    project.declare(group(), {
      kind: "LifecycleHook",
      name: "drain",
      args: {
        scalingGroupId: { $output: ["web", "id"] },
        lifecycleHookType: "INSTANCE_TERMINATING",
        notificationTopicUrn: TOPIC,
        ...more,
      },
    });
  const recorded = async (): Promise<ResourceState> => {
    const { resources = [] } = (await project.stack.exportState()).deployment;
    const found = resources.find(({ urn }) => urn.endsWith("otc:LifecycleHook::drain"));
    if (found === undefined) throw new Error("no hook is recorded");
    return found;
  };

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("begins with its group: one call more", async () => {
    await declare();
    await project.succeed("up");
    expect(project.calls().writes).toEqual([
      "POST scaling_group",
      "POST scaling_group/*/action",
      "POST scaling_lifecycle_hook/*",
    ]);
  });

  test("without a change costs one listing", async () => {
    const { output } = await project.succeed("preview");
    expect(output).toContain("3 unchanged");
    expect(project.calls()).toMatchObject({ writes: [], reads: { "scaling_lifecycle_hook/*/list": 1 } });
  });

  test("goes on with an edit of every field, in one call", async () => {
    await declare({
      lifecycleHookType: "INSTANCE_LAUNCHING",
      defaultResult: "CONTINUE",
      defaultTimeout: 600,
      notificationTopicUrn: `${TOPIC}-2`,
      notificationMetadata: "save the logs",
    });
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([
      {
        lifecycle_hook_type: "INSTANCE_LAUNCHING",
        default_result: "CONTINUE",
        default_timeout: 600,
        notification_topic_urn: `${TOPIC}-2`,
        notification_metadata: "save the logs",
      },
    ]);
  });

  test("knows another name by replacing the hook, the new one first", async () => {
    await declare({ lifecycleHookName: "chosen" });
    await project.succeed("up");
    expect(project.calls().writes).toEqual([
      "POST scaling_lifecycle_hook/*",
      expect.stringMatching(/^DELETE scaling_lifecycle_hook\/\*\/drain-/),
    ]);
    expect((await recorded()).id).toBe(`${project.group().id}/chosen`);
  });

  test("keeps its hook when a replacement is asked for, under its chosen name, too", async () => {
    const { urn, id } = await recorded();
    project.calls();
    const { output } = await project.succeed("up", ["--replace", urn]);
    expect(output).toContain("not replaced, and nothing was deleted");
    expect(project.calls().writes).toEqual([]);
    expect((await recorded()).id).toBe(id);
    const call = await byHand(project.simulator);
    expect(await call("GET", `scaling_lifecycle_hook/${project.group().id}/chosen`)).toMatchObject({
      notification_topic_urn: TOPIC,
    });
  });

  test("is compared with what is live: drift is shown and repaired", async () => {
    const call = await byHand(project.simulator);
    await call("PUT", `scaling_lifecycle_hook/${project.group().id}/chosen`, {
      notification_topic_urn: `${TOPIC}-3`,
    });
    project.calls();
    const { output } = await project.succeed("preview");
    expect(output).toContain(
      `changed outside of Pulumi, up takes it back: notificationTopicUrn: ${TOPIC}-3 → ${TOPIC}`,
    );
    expect(project.calls().writes).toEqual([]);
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([{ notification_topic_urn: TOPIC }]);
  });

  test("is refreshed with what somebody else has changed", async () => {
    const call = await byHand(project.simulator);
    await call("PUT", `scaling_lifecycle_hook/${project.group().id}/chosen`, { default_timeout: 77 });
    await project.succeed("refresh");
    expect((await recorded()).outputs).toMatchObject({ defaultTimeout: 77 });
  });

  test("is created anew when it is gone", async () => {
    const call = await byHand(project.simulator);
    await call("DELETE", `scaling_lifecycle_hook/${project.group().id}/chosen`);
    const { output } = await project.succeed("up");
    expect(output).toContain(
      "the lifecycle hook is gone: it was deleted outside of Pulumi; up creates it anew",
    );
    expect(await call("GET", `scaling_lifecycle_hook/${project.group().id}/chosen`)).toMatchObject({
      default_timeout: 3600,
    });
  });

  test("survives a lost state by adoption, which says that nothing differs", async () => {
    const { id = "none" } = await recorded();
    await project.stack.run(["state", "delete", "--yes", "--all"]);
    project.calls();
    const adopted = { ...group(), args: { ...group().args, adoptId: project.group().id } };
    await project.declare(adopted, {
      kind: "LifecycleHook",
      name: "drain",
      args: {
        scalingGroupId: project.group().id,
        lifecycleHookType: "INSTANCE_TERMINATING",
        notificationTopicUrn: TOPIC,
        adoptId: id,
      },
    });
    const { output } = await project.succeed("up");
    expect(output).toContain(`adopts lifecycle hook ${id}: nothing differs`);
    expect(project.calls().writes).toEqual([]);
  });

  test("ends with its group, and nothing is left", async () => {
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
    expect((await project.stack.exportState()).deployment.resources ?? []).toEqual([]);
  });
});
