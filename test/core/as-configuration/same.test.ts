import { describe, expect, it } from "vitest";
import { instanceConfig } from "../../../provider/core/as-configuration/instance-config";
import { requestOf } from "../../../provider/core/as-configuration/request";
import { isMadeBy, sameArguments } from "../../../provider/core/as-configuration/same";
import { right } from "../../api/support/either";
import { everything, SYSTEM_DISK, templateOf } from "../../support/configuration-args";
import type { Args } from "../../e2e/support/group-args";

const read = (template: Args) => right(instanceConfig.decode(template));
const least = read(templateOf());
const {
  metadata = {},
  securityGroups = [],
  personality = [],
  flavorRef = "",
  imageRef = "",
  disk = [],
  ...rest
} = requestOf(read(everything));
const live = { ...rest, metadata, securityGroups, personality, flavorRef, imageRef, disk };

describe("two templates of programs", () => {
  it.each<[string, Args, Args]>([
    [
      "the order of security groups",
      { securityGroups: [{ id: "a" }, { id: "b" }] },
      { securityGroups: [{ id: "b" }, { id: "a" }] },
    ],
    ["an empty list and none", { securityGroups: [], personality: [], metadata: {} }, {}],
    ["plain and encoded user data", { userData: "x" }, { userDataBase64: "eA==" }],
  ])("are the same but for %s", (_, one, other) => {
    expect(sameArguments(read(templateOf(one)), read(templateOf(other)))).toBe(true);
  });

  it.each<[string, Args]>([
    ["the order of flavors", { flavorRef: ["b", "a"] }],
    ["a password", { metadata: { adminPass: "Lighthouse-7" } }],
    ["a disk", { disk: [{ ...SYSTEM_DISK, volumeType: "SSD" }] }],
    ["an ECS", { instanceId: undefined, marketType: "spot" }],
  ])("differ in %s", (_, other) => {
    expect(
      sameArguments(
        read(templateOf({ flavorRef: ["a", "b"] })),
        read(templateOf({ flavorRef: ["a", "b"], ...other })),
      ),
    ).toBe(false);
  });
});

describe("a live template", () => {
  it("is made by the request that says the same, whatever the password is", () => {
    const request = requestOf(read({ ...everything, metadata: { role: "web", adminPass: "Lighthouse-7" } }));
    expect(isMadeBy(request, live, false)).toBe(true);
  });

  it("with more than the request says is not made by it, unless that was inherited", () => {
    const { userData: _, ...less } = everything;
    expect(isMadeBy(requestOf(read(less)), live, false)).toBe(false);
    expect(isMadeBy(requestOf(read(less)), live, true)).toBe(true);
  });

  it("that is something else is not made by the request", () => {
    expect(isMadeBy(requestOf(least), live, true)).toBe(false);
  });
});
