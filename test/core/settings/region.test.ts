import { describe, expect, it } from "vitest";
import { regionOfProject } from "../../../provider/core/settings/region";

describe("regionOfProject", () => {
  it.each([
    ["eu-de", "eu-de"],
    ["eu-de_web", "eu-de"],
    ["eu-de_web_two", "eu-de"],
    ["_web", undefined],
  ])("of %s is %s", (name, region) => {
    expect(regionOfProject(name)).toBe(region);
  });
});
