import { describe, expect, test } from "vitest";
import { story } from "../../../tools/demo/story";
import { EMPTY, group, instance, seen } from "./seen";

const acts = story("configuration-1");
const scenes = acts.flatMap(({ run }) => run);

/** Two bad ends: the engine fails and leaves nothing; it claims success and has done next to nothing. */
const disasters = [
  seen({ exitCode: 255, traffic: { calls: 9, writes: 9 }, world: EMPTY }),
  seen({
    traffic: { calls: 9, writes: 9 },
    world: {
      groups: [group({ name: "by-hand", instances: [instance("eu-de-03")] }), group({ id: "group-2" })],
      servers: [{}],
      deletedServers: [],
    },
  }),
];

describe("the story", () => {
  test("has acts with titles of their own, which all promise something that is checked", () => {
    expect(new Set(acts.map(({ title }) => title)).size).toBe(7);
    for (const { told, run } of acts) {
      expect(told).not.toBe("");
      expect(run.flatMap(({ expectations }) => expectations)).not.toEqual([]);
    }
  });

  test.each(
    acts.flatMap(({ title, run }) =>
      run.flatMap(({ expectations }) =>
        expectations.map((expectation) => [title, expectation.statement, expectation] as const),
      ),
    ),
  )("%s: a disaster contradicts that %s", (_title, _statement, { contradiction }) => {
    expect(disasters.some((disaster) => contradiction(disaster) !== undefined)).toBe(true);
  });

  test("begins with everything that the program needs, and the AS configuration that was made for it", () => {
    expect(scenes[0]?.deed).toEqual({
      _tag: "Configure",
      values: {
        vpcId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        subnetId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        securityGroupId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        configurationId: "configuration-1",
      },
    });
  });

  test("takes the edit back that the group does not allow, before anything is carried out", () => {
    const subnets = scenes.flatMap(({ deed }) =>
      deed._tag === "Configure" && deed.values["subnetId"] !== undefined ? [deed.values["subnetId"]] : [],
    );
    expect(subnets).toHaveLength(3);
    expect(subnets[1]).not.toBe(subnets[0]);
    expect(subnets[2]).toBe(subnets[0]);
    const fifth = acts[4]?.run.map(({ deed }) => (deed._tag === "RunEngine" ? deed.command : deed._tag));
    expect(fifth).toEqual(["Configure", "preview", "Configure", "preview"]);
  });

  test("ends with a destroy and a look at what is left", () => {
    expect(scenes.slice(-2).map(({ deed }) => deed)).toEqual([
      { _tag: "RunEngine", command: "destroy" },
      { _tag: "Look" },
    ]);
  });
});
