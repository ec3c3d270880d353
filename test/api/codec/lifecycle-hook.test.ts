import { describe, expect, it } from "vitest";
import { lifecycleHook, lifecycleHooksAnswer } from "../../../provider/api/codec/lifecycle-hook";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

const named = {
  lifecycleHookName: "save-logs",
  lifecycleHookType: "INSTANCE_TERMINATING",
  defaultResult: "CONTINUE",
  defaultTimeout: 900,
  notificationTopicUrn: "urn:smn:eu-de:9a9a2dd0:web-hooks",
  notificationTopicName: "web-hooks",
  createTime: "2026-03-04T05:06:07Z",
};

describe("a lifecycle hook", () => {
  it("is read without a wrapper", () => {
    expect(right(lifecycleHook.decode(fixture("lifecycle-hook")))).toStrictEqual({
      ...named,
      notificationMetadata: "bucket logs-of-web",
    });
  });

  it("is refused with every place that is wrong", () => {
    const answer = {
      ...(fixture("lifecycle-hook") as object),
      lifecycle_hook_name: "",
      default_timeout: "900",
    };
    expect(refusals(lifecycleHook, answer)).toEqual([
      "lifecycle_hook_name: a string that is not empty",
      "default_timeout: an integer",
    ]);
  });
});

describe("the lifecycle hooks of a group", () => {
  it("are read; null and empty metadata are none", () => {
    expect(right(lifecycleHooksAnswer.decode(fixture("lifecycle-hooks")))).toStrictEqual({
      lifecycleHooks: [
        named,
        {
          ...named,
          lifecycleHookName: "warm-up",
          lifecycleHookType: "INSTANCE_LAUNCHING",
          defaultResult: "ABANDON",
          defaultTimeout: 3600,
          createTime: "2026-03-05T05:06:07Z",
        },
      ],
    });
  });

  it("are refused when the list is missing: that does not say that there are none", () => {
    expect(refusals(lifecycleHooksAnswer, {})).toEqual(["lifecycle_hooks: a list"]);
  });
});
