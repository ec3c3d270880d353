import { describe, expect, it } from "vitest";
import { asNotificationsAnswer } from "../../../provider/api/codec/as-notification";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

describe("the notifications of a group", () => {
  it("are read, also with events that are not known today", () => {
    expect(right(asNotificationsAnswer.decode(fixture("as-notifications")))).toStrictEqual({
      topics: [
        {
          topicUrn: "urn:smn:eu-de:9a9a2dd0:web-alerts",
          topicScene: ["SCALING_UP_FAIL", "SCALING_GROUP_ABNORMAL", "SCALING_PAUSED"],
          topicName: "web-alerts",
        },
        { topicUrn: "urn:smn:eu-de:9a9a2dd0:audit", topicScene: [] },
      ],
    });
  });

  it.each([{ topics: null }, { topics: [] }, {}])("may be none: %j", (body) => {
    expect(right(asNotificationsAnswer.decode(body))).toEqual({ topics: [] });
  });

  it("are refused with the place that is wrong", () => {
    expect(refusals(asNotificationsAnswer, { topics: [{ topic_urn: "", topic_scene: "all" }] })).toEqual([
      "topics[0].topic_urn: a string that is not empty",
      "topics[0].topic_scene: a list",
    ]);
  });
});
