import { describe, expect, it } from "vitest";
import { AsConfiguration } from "../../provider/resource/as-configuration";
import { AsGroup } from "../../provider/resource/as-group";
import { AsNotification } from "../../provider/resource/as-notification";
import { AsPolicy } from "../../provider/resource/as-policy";
import { LifecycleHook } from "../../provider/resource/lifecycle-hook";

describe("a look-up by an empty id", () => {
  it.each([
    ["AS configuration", () => AsConfiguration.get("web", "")],
    ["AS group", () => AsGroup.get("web", "")],
    ["AS notification", () => AsNotification.get("web", "")],
    ["AS policy", () => AsPolicy.get("web", "")],
    ["lifecycle hook", () => LifecycleHook.get("web", "")],
  ])("is refused instead of declaring a new %s", (title, look) => {
    expect(look).toThrow(`${title} web: the id to look up by is empty`);
  });
});
