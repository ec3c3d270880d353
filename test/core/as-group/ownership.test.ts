import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import { creationOf, ownAmong } from "../../../provider/core/as-group/ownership";
import { physicalName } from "../../../provider/core/physical-name";
import { args, group } from "../../support/as-group";

const derived = physicalName(args().selfUrn, 0);
const ofDerivedName = args({ scalingGroupName: derived });
const chosen = args({ scalingGroupName: "web" });

const found = (...parameters: Parameters<typeof ownAmong>): string | undefined => {
  const own = ownAmong(...parameters);
  if (E.isLeft(own)) return own.left._tag;
  return O.isSome(own.right) ? own.right.value.scalingGroupId : undefined;
};

describe("ownAmong", () => {
  it("finds the group of the derived name, even when the program was edited since", () => {
    const left = group({ scalingGroupId: "left", scalingGroupName: derived, coolDownTime: 900 });
    expect(found([group({ scalingGroupId: "other" }), left], ofDerivedName, undefined)).toBe("left");
  });

  it("finds nothing when no group has the name", () => {
    expect(found([group()], ofDerivedName, undefined)).toBeUndefined();
  });

  it("does not take a group in another VPC, one that is being deleted, or the one that is being replaced", () => {
    const named = { scalingGroupName: derived };
    expect(found([group({ ...named, vpcId: "vpc-b" })], ofDerivedName, undefined)).toBeUndefined();
    expect(
      found([group({ ...named, scalingGroupStatus: "DELETING" })], ofDerivedName, undefined),
    ).toBeUndefined();
    expect(found([group({ ...named, scalingGroupId: "old" })], ofDerivedName, "old")).toBeUndefined();
  });

  it("takes a group of a chosen name only if it is what this program would have created", () => {
    const named = { scalingGroupName: "web" };
    expect(found([group({ ...named, scalingGroupId: "same" })], chosen, undefined)).toBe("same");
    expect(
      found([group({ ...named, scalingConfigurationId: "another" })], chosen, undefined),
    ).toBeUndefined();
    expect(found([group({ ...named, networks: [] })], chosen, undefined)).toBeUndefined();
  });

  it("recognises a group of a chosen name although policies have moved its numbers", () => {
    const live = group({ scalingGroupName: "web", scalingGroupId: "same", desireInstanceNumber: 7 });
    expect(found([live], chosen, undefined)).toBe("same");
  });

  it("stops when several groups look like ours", () => {
    const twins = ["one", "two"].map((scalingGroupId) =>
      group({ scalingGroupId, scalingGroupName: derived }),
    );
    expect(found(twins, ofDerivedName, undefined)).toBe("Stopped");
  });
});

describe("creationOf", () => {
  it("sends what the program says, and nothing that steers this package", () => {
    expect(creationOf(args({ coolDownTime: 0, tags: { env: "prod" } }))).toEqual({
      scalingGroupName: "web-1a2b3c4",
      vpcId: "vpc-a",
      networks: [{ id: "net-a", ipv6Enable: false }],
      scalingConfigurationId: "1d281494-6085-4579-b817-c1f813be835f",
      minInstanceNumber: 2,
      desireInstanceNumber: 3,
      maxInstanceNumber: 10,
      coolDownTime: 0,
    });
  });
});
