import { describe, expect, it } from "vitest";
import { attachedKeys } from "../../../provider/core/as-group/drain-journal";
import { unattachable } from "../../../provider/core/as-group/unattachable";
import { refused } from "../../../provider/core/error";

const refusal = (code: string, ...codes: readonly string[]) =>
  refused({
    operation: "add instances to AS group",
    status: 400,
    code,
    instances: codes.map((own, index) => ({ id: `ecs-${index}`, code: own })),
  });

describe("unattachable", () => {
  it("names the instances that will never come back, and why", () => {
    expect(unattachable(refusal("AS.4029", "AS.4006", "AS.4024", "AS.4020", "AS.4021", "AS.4027"))).toEqual([
      { id: "ecs-0", reason: "it does not exist any more", code: "AS.4006" },
      {
        id: "ecs-2",
        reason: "it lies in an availability zone that the group does not use any more",
        code: "AS.4020",
      },
      { id: "ecs-3", reason: "it lies in another VPC", code: "AS.4021" },
      { id: "ecs-4", reason: "it is in another AS group by now", code: "AS.4027" },
    ]);
  });

  it("names none when the batch was refused as a whole, or when nothing was to be attached", () => {
    expect(
      [refusal("AS.4029"), refusal("AS.2033"), refusal("AS.4030", "AS.4006")].flatMap(unattachable),
    ).toEqual([]);
  });
});

describe("attachedKeys", () => {
  it("gives the journal tags of these instances, and no other tag", () => {
    const tags = {
      "pulumi-attached-1": "ecs-a",
      "pulumi-attached-2": "ecs-b",
      owner: "ecs-a",
      "pulumi-drain": "v1",
    };
    expect(attachedKeys(tags, ["ecs-a", "ecs-c"])).toEqual(["pulumi-attached-1"]);
  });
});
