import { describe, expect, it } from "vitest";
import { configurationRules } from "../../../provider/core/as-configuration/arguments";

const ALL = ["instanceConfig", "sourceScalingConfigurationId", "adoptId"];

const broken = (values: Parameters<typeof configurationRules>[1], sound: readonly string[] = ALL) =>
  configurationRules(sound, values, Object.keys(values)).map(({ property }) => property);

describe("the rules of an AS configuration", () => {
  it.each<[string, Parameters<typeof configurationRules>[1], readonly string[]]>([
    ["nothing at all", {}, ["instanceConfig"]],
    [
      "an empty template",
      { instanceConfig: {} },
      [
        "instanceConfig.flavorRef",
        "instanceConfig.imageRef",
        "instanceConfig.disk",
        "instanceConfig.keyName",
      ],
    ],
    ["an ECS without a login", { instanceConfig: { instanceId: "i" } }, ["instanceConfig.keyName"]],
    [
      "an ECS and a source",
      { instanceConfig: { instanceId: "i", keyName: "k" }, sourceScalingConfigurationId: "s" },
      ["sourceScalingConfigurationId"],
    ],
  ])("refuse %s", (_, values, properties) => {
    expect(broken(values)).toEqual(properties);
  });

  it.each<[string, Parameters<typeof configurationRules>[1]]>([
    ["an ECS with a password", { instanceConfig: { instanceId: "i", metadata: { adminPass: "p" } } }],
    ["a source alone", { sourceScalingConfigurationId: "s" }],
    ["a source with parts", { sourceScalingConfigurationId: "s", instanceConfig: { imageRef: "i" } }],
    ["an adoption", { adoptId: "a" }],
    ["an adoption with parts", { adoptId: "a", instanceConfig: { imageRef: "i" } }],
  ])("accept %s", (_, values) => {
    expect(broken(values)).toEqual([]);
  });

  it("refuse a chosen name for configurations that are kept, and say to leave it out", () => {
    const kept = { adoptId: "a", keepConfigurations: 1 };
    const [failure, ...others] = configurationRules(ALL, kept, ["scalingConfigurationName"]);
    expect(others).toEqual([]);
    expect(failure?.property).toBe("keepConfigurations");
    expect(failure?.reason).toMatch(
      /^keepConfigurations and scalingConfigurationName are both given: .*; leave the name out$/,
    );
  });

  it("accept a chosen name where none is kept, and a derived name where some are", () => {
    const named = { adoptId: "a", scalingConfigurationName: "web" };
    expect(configurationRules(ALL, { ...named, keepConfigurations: 0 }, Object.keys(named))).toEqual([]);
    expect(configurationRules(ALL, { ...named, keepConfigurations: 1 }, ["keepConfigurations"])).toEqual([]);
  });

  it("say nothing while a part is not known", () => {
    expect(broken({}, ["sourceScalingConfigurationId", "adoptId"])).toEqual([]);
  });
});
