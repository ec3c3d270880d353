import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import { adoptable, describeAdoption } from "../../../provider/core/as-group/adoption";
import type { AsGroupArguments } from "../../../provider/core/as-group/arguments";
import { compare } from "../../../provider/core/as-group/compare";
import type { AsGroup, Tags } from "../../../provider/core/as-group/model";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import { args, group } from "../../support/as-group";
import { URN } from "../../support/program-arguments";

const compared = (wanted: Partial<AsGroupArguments>, live: Partial<AsGroup> = {}, tags: Tags = {}) =>
  compare({ args: args(wanted), unknown: [] }, recordedAsGroup({}), { group: group(live), tags });

const nothing = { steps: [], complete: true, summary: "" };

const said = (
  wanted: Partial<AsGroupArguments>,
  live: Partial<AsGroup> = {},
  unknown: readonly string[] = [],
) => describeAdoption(compared(wanted, live), group(live), unknown, nothing, O.none)[0]?.split("): ")[1];

describe("describeAdoption", () => {
  it("says that nothing differs", () => {
    expect(said({})).toBe("nothing differs");
  });

  it("names each field with both values, and that there is no other", () => {
    expect(said({ coolDownTime: 600 }, { coolDownTime: 300 })).toBe(
      "coolDownTime 300 → 600; nothing else differs",
    );
  });

  it("says that a paused group is put into service by the default of enable", () => {
    expect(said({}, { scalingGroupStatus: "PAUSED" })).toBe(
      "enable false → true (PAUSED); nothing else differs",
    );
  });

  it("names what is not known yet, which up compares", () => {
    expect(said({}, {}, ["scalingConfigurationId"])).toBe(
      "nothing differs; not known before up: scalingConfigurationId",
    );
  });

  it("hides the text of the description", () => {
    expect(said({ description: "hush" }, { description: "quiet" })).not.toMatch(/hush|quiet/);
  });
});

describe("adoptable", () => {
  const refusal = (wanted: Partial<AsGroupArguments>, live: Partial<AsGroup> = {}, tags: Tags = {}) => {
    const result = adoptable(compared(wanted, live, tags), group(live), URN);
    return E.isLeft(result) && result.left._tag === "Stopped" ? result.left.reason : undefined;
  };

  it("lets pass what an update can bring about", () => {
    expect(refusal({ coolDownTime: 1 })).toBeUndefined();
  });

  it("refuses another VPC, a group that is being deleted, and one that another stack drains", () => {
    expect(refusal({ vpcId: "vpc-b" })).toContain("a VPC cannot change");
    expect(refusal({}, { scalingGroupStatus: "DELETING" })).toContain("is being deleted");
    expect(refusal({}, {}, { "pulumi-drain": "v1_0_1_5_0badcafe" })).toContain("mark 0badcafe");
  });
});
