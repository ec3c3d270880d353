import { describe, expect, test } from "vitest";
import { commandLine, type Deed } from "../../../tools/demo/deed";

const surroundings = { administration: "http://127.0.0.1:1234/_simulator", groupId: "group-1" };

describe("a deed as one types it", () => {
  test.each<[string, Deed, string]>([
    [
      "an edit of several values",
      { _tag: "Configure", values: { capacity: "5", cooldown: "120" } },
      "pulumi config set-all --plaintext capacity=5 --plaintext cooldown=120",
    ],
    ["a preview", { _tag: "RunEngine", command: "preview" }, "pulumi preview"],
    ["an update without questions", { _tag: "RunEngine", command: "up" }, "pulumi up --yes --skip-preview"],
    [
      "a change by other means, of the group that there is",
      { _tag: "ModifyOutside", fields: { cool_down_time: 900 } },
      `curl http://127.0.0.1:1234/_simulator/outside/modifyGroup -d '{"scaling_group_id":"group-1","cool_down_time":900}'`,
    ],
    ["a look", { _tag: "Look" }, "curl http://127.0.0.1:1234/_simulator/snapshot"],
  ])("%s", (_title, deed, line) => {
    expect(commandLine(deed, surroundings)).toBe(line);
  });
});
