import { describe, expect, it } from "vitest";
import {
  createLifecycleHook,
  deleteLifecycleHook,
  listLifecycleHooks,
  modifyLifecycleHook,
} from "../../provider/api/lifecycle-hook";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { stubClient } from "./support/stub-client";
import { answer, asRefusal } from "./support/stub-http";

const settings = {
  lifecycleHookType: "INSTANCE_TERMINATING",
  notificationTopicUrn: "urn:smn:eu-de:9a9a2dd0:web-hooks",
} as const;

describe("a lifecycle hook", () => {
  it("is created under its name, and not sent again", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("lifecycle-hook")));
    await valueOf(createLifecycleHook(client)("g", "save-logs", settings));
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_lifecycle_hook/g",
        idempotent: false,
        body: {
          lifecycle_hook_name: "save-logs",
          lifecycle_hook_type: "INSTANCE_TERMINATING",
          notification_topic_urn: "urn:smn:eu-de:9a9a2dd0:web-hooks",
        },
      },
    ]);
  });

  it("of a group that is gone cannot be created: nothing says that the hook is gone", async () => {
    const { client } = stubClient(() => asRefusal(400, "AS.2007"));
    expect(await errorOf(createLifecycleHook(client)("g", "save-logs", settings))).toMatchObject({
      _tag: "Refused",
      code: "AS.2007",
    });
  });

  it("is modified with the given settings only, an empty text included", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("lifecycle-hook")));
    await valueOf(modifyLifecycleHook(client)("g", "save-logs", { notificationMetadata: "" }));
    expect(sent()).toEqual([
      {
        method: "PUT",
        path: "/scaling_lifecycle_hook/g/save-logs",
        idempotent: true,
        body: { notification_metadata: "" },
      },
    ]);
  });

  it("is deleted by group and name", async () => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(deleteLifecycleHook(client)("g", "save-logs"));
    expect(sent()).toEqual([
      { method: "DELETE", path: "/scaling_lifecycle_hook/g/save-logs", idempotent: true },
    ]);
  });

  it.each([
    [404, "AS.0007"],
    [400, "AS.2007"],
  ])("is gone after %i %s", async (status, code) => {
    const { client } = stubClient(() => asRefusal(status, code));
    expect(await errorOf(deleteLifecycleHook(client)("g", "save-logs"))).toMatchObject({ _tag: "NotFound" });
    expect(await errorOf(listLifecycleHooks(client)("g"))).toMatchObject({ _tag: "NotFound" });
  });
});

describe("the lifecycle hooks of a group", () => {
  it("are listed with one call", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("lifecycle-hooks")));
    const hooks = await valueOf(listLifecycleHooks(client)("g"));
    expect(hooks.map(({ lifecycleHookName }) => lifecycleHookName)).toEqual(["save-logs", "warm-up"]);
    expect(sent()).toEqual([{ method: "GET", path: "/scaling_lifecycle_hook/g/list", idempotent: true }]);
  });
});
