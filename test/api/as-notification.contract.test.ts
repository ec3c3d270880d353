import { describe, expect, it } from "vitest";
import {
  deleteAsNotification,
  listAsNotifications,
  putAsNotification,
} from "../../provider/api/as-notification";
import { errorOf, valueOf } from "./support/either";
import { NOTHING, simulated } from "./support/simulated";

const TOPIC = "urn:smn:eu-de:project:alerts";

describe("notifications of a group", () => {
  it("are none, set, changed and deleted", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    expect(await valueOf(listAsNotifications(client)(id))).toEqual([]);
    await valueOf(putAsNotification(client)(id, { topicUrn: TOPIC, topicScene: ["SCALING_UP"] }));
    const changed = {
      topicUrn: TOPIC,
      topicScene: ["SCALING_DOWN", "SCALING_DOWN_FAIL"],
      topicName: "alerts",
    };
    expect(await valueOf(putAsNotification(client)(id, changed))).toEqual(changed);
    expect(await valueOf(listAsNotifications(client)(id))).toEqual([changed]);
    await valueOf(deleteAsNotification(client)(id, TOPIC));
    expect(await valueOf(listAsNotifications(client)(id))).toEqual([]);
  });

  it("say that a topic is gone when it is deleted twice", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    expect(await errorOf(deleteAsNotification(client)(id, TOPIC))).toMatchObject({ _tag: "NotFound" });
  });

  it("refuse a URN that is none", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    const refused = putAsNotification(client)(id, { topicUrn: "alerts", topicScene: ["SCALING_UP"] });
    expect(await errorOf(refused)).toMatchObject({ _tag: "Refused", code: "AS.7043" });
  });

  it.each(["AS.2007", "AS.4005", "404"] as const)(
    "of a missing group say that it is gone: %s",
    async (missingParent) => {
      const { client } = await simulated({ variants: { missingParent } });
      const outcomes = await Promise.all([
        errorOf(listAsNotifications(client)(NOTHING)),
        errorOf(putAsNotification(client)(NOTHING, { topicUrn: TOPIC, topicScene: ["SCALING_UP"] })),
        errorOf(deleteAsNotification(client)(NOTHING, TOPIC)),
      ]);
      expect(outcomes.map(({ _tag }) => _tag)).toEqual(["NotFound", "NotFound", "NotFound"]);
    },
  );
});
