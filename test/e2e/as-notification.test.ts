import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:alerts";
const OTHER_TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:audit";

describe("a notification", () => {
  let project: Project;

  const topics = () => project.group().topics;
  const declare = (notification: Args | undefined) =>
    project.declare(
      { name: "web", args: groupArgs(project.configurationId, { desireInstanceNumber: 0 }) },
      ...(notification === undefined
        ? []
        : [
            {
              name: "alerts",
              kind: "AsNotification",
              args: { scalingGroupId: { $output: ["web", "id"] }, ...notification },
            },
          ]),
    );

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("is made with its group, changed in place, and unchanged at the price of one listing", async () => {
    await declare({ topicUrn: TOPIC, topicScene: ["SCALING_UP_FAIL", "SCALING_GROUP_ABNORMAL"] });
    await project.succeed("up");
    expect(topics()).toMatchObject([{ topic_urn: TOPIC }]);
    await declare({ topicUrn: TOPIC, topicScene: ["SCALING_UP", "SCALING_DOWN"] });
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([
      { topic_urn: TOPIC, topic_scene: ["SCALING_UP", "SCALING_DOWN"] },
    ]);
    expect((await project.succeed("preview")).output).toContain("3 unchanged");
    expect(project.calls()).toMatchObject({
      writes: [],
      reads: { scaling_group: 1, "scaling_notification/*": 1 },
    });
  });

  test("stays when a replacement is asked for", async () => {
    const { resources = [] } = (await project.stack.exportState()).deployment;
    const urn = resources.find(({ type }) => type.endsWith("otc:AsNotification"))?.urn ?? "none";
    const { output } = await project.succeed("up", ["--replace", urn]);
    expect(output).toContain("not replaced, and nothing was deleted");
    expect(project.calls().writes).toEqual([]);
    expect(topics()).toMatchObject([{ topic_urn: TOPIC, topic_scene: ["SCALING_UP", "SCALING_DOWN"] }]);
  });

  test("shows what somebody changed, and takes it back", async () => {
    project.outside("setTopic", { topic_urn: TOPIC, topic_scene: ["SCALING_DOWN"] });
    expect((await project.succeed("preview")).output).toContain(
      "changed outside of Pulumi, up takes it back: topicScene: [SCALING_DOWN] → [SCALING_UP, SCALING_DOWN]",
    );
    await project.succeed("refresh");
    await project.succeed("up");
    expect(topics()).toMatchObject([{ topic_scene: ["SCALING_UP", "SCALING_DOWN"] }]);
  });

  test("comes back when somebody removed it, and moves to another topic", async () => {
    project.outside("setTopic", { topic_urn: TOPIC });
    await project.succeed("up");
    expect(topics()).toMatchObject([{ topic_urn: TOPIC }]);
    await declare({ topicUrn: OTHER_TOPIC, topicScene: ["SCALING_UP"] });
    await project.succeed("up");
    expect(topics()).toMatchObject([{ topic_urn: OTHER_TOPIC }]);
  });

  test("goes with the program, is adopted again, and goes with the stack", async () => {
    await declare(undefined);
    await project.succeed("up");
    expect(topics()).toEqual([]);
    project.outside("setTopic", { topic_urn: TOPIC, topic_scene: ["SCALING_UP"] });
    const adoptId = `${project.group().id}/${TOPIC}`;
    await declare({ topicUrn: TOPIC, topicScene: ["SCALING_DOWN"], adoptId });
    expect((await project.succeed("preview")).output).toContain(
      `adopts AS notification ${adoptId}: topicScene [SCALING_UP] → [SCALING_DOWN]; nothing else differs`,
    );
    await project.succeed("up");
    expect(topics()).toMatchObject([{ topic_scene: ["SCALING_DOWN"] }]);
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });
});
