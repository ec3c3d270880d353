import { describe, expect, it } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";
import { doneBut, fated, unanswered } from "../../support/wires";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:alerts";
const OTHER_TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:other";

interface Scene {
  readonly world: World;
  readonly stack: Stack;
  readonly program: (more?: Args) => Args;
  readonly topics: () => unknown;
  readonly setTopic: (topic_scene: readonly string[]) => unknown;
}

/** A group, and a stack for one notification of it. */
const besideGroup = async (): Promise<Scene> => {
  const world = await simulated();
  await openStack(world, "group").up(world.args({ desireInstanceNumber: 0 }));
  world.calls();
  return {
    world,
    stack: openStack(world, "dev", "asNotification"),
    program: (more = {}) => ({
      scalingGroupId: world.group().id,
      topicUrn: TOPIC,
      topicScene: ["SCALING_UP", "SCALING_GROUP_ABNORMAL"],
      ...more,
    }),
    topics: () => world.group().topics,
    setTopic: (topic_scene) => world.outside("setTopic", { topic_urn: TOPIC, topic_scene }),
  };
};

describe("a notification", () => {
  it("is set once, and then left alone, also when the events stand in another order", async () => {
    const { world, stack, program } = await besideGroup();
    expect(await stack.up(program())).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls()).toMatchObject({
      writes: ["PUT scaling_notification/*"],
      bodies: [{ topic_urn: TOPIC, topic_scene: ["SCALING_UP", "SCALING_GROUP_ABNORMAL"] }],
    });
    expect(stack.recorded()).toMatchObject({
      id: `${world.group().id}/${TOPIC}`,
      outputs: { topicName: "alerts", managedArguments: ["scalingGroupId", "topicScene", "topicUrn"] },
    });
    expect(await stack.preview(program())).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls()).toMatchObject({ writes: [], reads: { "scaling_notification/*": 1 } });
    const turned = program({ topicScene: ["SCALING_GROUP_ABNORMAL", "SCALING_UP"] });
    await stack.up(turned);
    expect(world.calls().writes).toEqual([]);
  });

  it("is changed in place, and replaced for another topic", async () => {
    const { world, stack, program, topics } = await besideGroup();
    await stack.up(program());
    expect(await stack.up(program({ topicScene: ["SCALING_DOWN"] }))).toMatchObject({ operation: "update" });
    expect(topics()).toMatchObject([{ topic_urn: TOPIC, topic_scene: ["SCALING_DOWN"] }]);
    world.calls();
    expect(await stack.up(program({ topicUrn: OTHER_TOPIC }))).toMatchObject({ operation: "replace" });
    expect(topics()).toMatchObject([{ topic_urn: OTHER_TOPIC }]);
  });

  it("shows events that somebody changed, and takes them back", async () => {
    const { stack, program, topics, setTopic } = await besideGroup();
    await stack.up(program());
    setTopic(["SCALING_DOWN_FAIL"]);
    expect(await stack.preview(program())).toMatchObject({
      operation: "update",
      warnings: [
        "changed outside of Pulumi, up takes it back: topicScene: [SCALING_DOWN_FAIL] → [SCALING_UP, SCALING_GROUP_ABNORMAL]",
      ],
    });
    await stack.up(program());
    expect(topics()).toMatchObject([{ topic_scene: ["SCALING_UP", "SCALING_GROUP_ABNORMAL"] }]);
  });

  it("comes back when somebody has removed it, and is dropped by a refresh", async () => {
    const { stack, program, topics, setTopic } = await besideGroup();
    await stack.up(program());
    setTopic([]);
    expect(await stack.up(program())).toMatchObject({
      operation: "replace",
      failure: undefined,
      warnings: ["the AS notification is gone: it was deleted outside of Pulumi; up creates it anew"],
    });
    expect(topics()).toHaveLength(1);
    setTopic([]);
    await stack.refresh();
    expect(stack.recorded()).toBeUndefined();
  });

  it("is adopted with a preview of what differs", async () => {
    const { world, stack, program, topics, setTopic } = await besideGroup();
    setTopic(["SCALING_UP"]);
    const id = `${world.group().id}/${TOPIC}`;
    const adopting = program({ adoptId: id });
    expect((await stack.preview(adopting)).told).toEqual([
      `adopts AS notification ${id}: topicScene [SCALING_UP] → [SCALING_UP, SCALING_GROUP_ABNORMAL]; nothing else differs`,
    ]);
    await stack.up(adopting);
    expect(topics()).toMatchObject([{ topic_scene: ["SCALING_UP", "SCALING_GROUP_ABNORMAL"] }]);
    await stack.destroy();
    expect(topics()).toEqual([]);
  });

  it("is deleted without its group, too", async () => {
    const { world, stack, program } = await besideGroup();
    await stack.up(program());
    world.outside("deleteGroup");
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(stack.recorded()).toBeUndefined();
  });

  it("is found again when the answer to its creation was lost", async () => {
    const { stack, program, topics } = await besideGroup();
    stack.onCalls(fated("set notification of AS group", doneBut(unanswered)));
    expect(await stack.up(program())).toMatchObject({ operation: "create", failure: undefined });
    expect(topics()).toHaveLength(1);
  });

  it("finds mistakes in the arguments before anything is asked", async () => {
    const { world, stack, program } = await besideGroup();
    const wrong = program({
      topicUrn: "alerts",
      topicScene: ["SCALING_UP", "SCALING_UP"],
      topicName: "alerts",
    });
    expect((await stack.up(wrong)).failure?.split("\n")).toEqual([
      "topicName is an output of the AS notification and cannot be given as an argument",
      'topicUrn is "alerts": expected the URN of an SMN topic, which begins with urn:smn:',
      "topicScene[1] repeats topicScene[0], SCALING_UP",
    ]);
    expect((await stack.up(program({ topicScene: [] }))).failure).toContain("a list of 1 to 5 events");
    expect(world.calls().reads).toEqual({});
  });
});
