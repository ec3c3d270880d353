import { describe, expect, test } from "vitest";
import { isAtLeast, judgePathCli, parseVersion } from "../../../tools/pulumi-cli/path-cli";

const found = { directory: "/opt/pulumi", versionOutput: "v3.210.4\n", missingPrograms: [] };

describe("the choice of the CLI on the PATH", () => {
  test("takes a recent CLI with its language host and plugin", () => {
    expect(judgePathCli(found)).toEqual({
      suitable: true,
      cli: { directory: "/opt/pulumi", source: "path", version: "3.210.4" },
    });
  });

  test.each([
    [
      "an old release",
      { ...found, versionOutput: "v3.99.0" },
      "pulumi 3.99.0 in /opt/pulumi is older than 3.200.0",
    ],
    [
      "a program that prints no version",
      { ...found, versionOutput: "command failed" },
      "pulumi in /opt/pulumi does not tell its version",
    ],
    [
      "a CLI without the Node.js programs",
      { ...found, missingPrograms: ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"] },
      "pulumi 3.210.4 in /opt/pulumi comes without pulumi-language-nodejs and pulumi-resource-pulumi-nodejs",
    ],
  ])("refuses %s and says why", (_title, facts, reason) => {
    expect(judgePathCli(facts)).toEqual({ suitable: false, reason });
  });
});

test.each([
  ["3.200.0", true],
  ["3.199.9", false],
  ["3.1000.0", true],
  ["4.0.0", true],
  ["2.300.0", false],
])("%s is at least 3.200.0: %s", (version, expected) => {
  expect(isAtLeast(version, "3.200.0")).toBe(expected);
});

test("the version is found among warnings", () => {
  expect(parseVersion("warning: new release\nv3.274.1-alpha.1\n")).toBe("3.274.1");
});
