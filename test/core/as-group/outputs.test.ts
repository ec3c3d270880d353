import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDeepStrictEqual } from "node:util";
import { compare, isUnchanged } from "../../../provider/core/as-group/compare";
import { editedArguments } from "../../../provider/core/as-group/edited";
import type { AsGroup } from "../../../provider/core/as-group/model";
import { outputsOf, refreshed } from "../../../provider/core/as-group/outputs";
import { readableArguments } from "../../../provider/core/as-group/readable";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import { anyArgs, anyGroup, group } from "../../support/as-group";

const place = { projectId: "project", region: "eu-de" };

const inputs = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  selfUrn: "urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:AsGroup::web",
  nameGeneration: 0,
  scalingGroupName: "web-1a2b3c4",
  vpcId: "vpc-a",
  networks: [{ id: "net-a" }],
  scalingConfigurationId: "1d281494-6085-4579-b817-c1f813be835f",
  minInstanceNumber: 2,
  desireInstanceNumber: 3,
  maxInstanceNumber: 10,
  __provider: "text",
  ...overrides,
});

const withoutProvider = ({ __provider: _, ...rest }: Readonly<Record<string, unknown>>) => rest;

describe("outputsOf", () => {
  it("keeps the program's form of a value that means the same as the live one", () => {
    const outputs = outputsOf(inputs({ availableZones: ["eu-de-02", "eu-de-01"] }), group(), place);
    expect([outputs["networks"], outputs["availableZones"]]).toEqual([
      [{ id: "net-a" }],
      ["eu-de-02", "eu-de-01"],
    ]);
  });

  it("records the program's value that somebody has changed meanwhile, so that it counts as drift", () => {
    const outputs = outputsOf(inputs({ coolDownTime: 60 }), group({ coolDownTime: 900 }), place);
    expect(outputs["coolDownTime"]).toBe(60);
    expect(editedArguments(outputs, inputs({ coolDownTime: 60 }), isDeepStrictEqual)).toEqual(new Set());
  });

  it("records the live desired number, which policies may have moved", () => {
    const outputs = outputsOf(inputs(), group({ desireInstanceNumber: 5 }), place);
    expect([outputs["desireInstanceNumber"], outputs["appliedDesireInstanceNumber"]]).toEqual([5, 3]);
  });

  it("records which arguments the program sets, and where the group lives, but not the provider's text", () => {
    expect(outputsOf(inputs(), group(), place)).toMatchObject({
      managedArguments: [
        "desireInstanceNumber",
        "maxInstanceNumber",
        "minInstanceNumber",
        "networks",
        "scalingConfigurationId",
        "scalingGroupName",
      ],
      projectId: "project",
      region: "eu-de",
    });
    expect(outputsOf(inputs(), group(), place)).not.toHaveProperty("__provider");
  });

  it("holds no undefined value, which the engine refuses", () => {
    const { scalingConfigurationName: _, ...live } = group();
    expect(Object.values(outputsOf(inputs({ description: null }), live, place))).not.toContain(undefined);
  });
});

describe("refreshed", () => {
  const outputs = outputsOf(inputs({ tags: { env: "prod" } }), group(), place);

  it("reports the program's own inputs when nothing has changed", () => {
    const refresh = refreshed(outputs, group(), { env: "prod" }, place);
    expect(refresh.inputs).toEqual(withoutProvider(inputs({ tags: { env: "prod" } })));
    expect(refresh.outputs).toEqual(outputs);
  });

  it("reports the live value of an argument that was changed outside", () => {
    const refresh = refreshed(outputs, group({ maxInstanceNumber: 20 }), { env: "test" }, place);
    expect(refresh.inputs).toMatchObject({ maxInstanceNumber: 20, tags: { env: "test" } });
  });

  it("does not turn a live value into an input that the program never had", () => {
    expect(refreshed(outputs, group({ coolDownTime: 900 }), {}, place).inputs).not.toHaveProperty(
      "coolDownTime",
    );
  });

  it("does not report what policies did to the desired number as an input", () => {
    const refresh = refreshed(outputs, group({ desireInstanceNumber: 7 }), {}, place);
    expect([refresh.inputs["desireInstanceNumber"], refresh.outputs["desireInstanceNumber"]]).toEqual([3, 7]);
  });

  it("reports it when the program enforces the number", () => {
    const enforced = outputsOf(inputs({ desireInstanceNumberMode: "enforce" }), group(), place);
    expect(refreshed(enforced, group({ desireInstanceNumber: 7 }), {}, place).inputs).toMatchObject({
      desireInstanceNumber: 7,
    });
  });

  it("reports a group that somebody paused, and says nothing about one in ERROR", () => {
    const enable = (scalingGroupStatus: string) =>
      refreshed(outputs, group({ scalingGroupStatus }), {}, place).inputs["enable"];
    expect([enable("PAUSED"), enable("ERROR"), enable("INSERVICE")]).toEqual([false, undefined, undefined]);
  });

  it("shows the listener that the service found for a pool, but never as an input", () => {
    const pool = { poolId: "pool", protocolPort: 80, weight: 1 };
    const live = group({ lbaasListeners: [{ ...pool, listenerId: "listener" }] });
    const { inputs: found, outputs } = refreshed({ __provider: "text" }, live, {}, place);
    expect(outputs["lbaasListeners"]).toEqual([{ ...pool, listenerId: "listener" }]);
    expect(found["lbaasListeners"]).toEqual([pool]);
  });

  it("makes inputs of everything after a file import, which holds nothing", () => {
    const { inputs: imported } = refreshed({ __provider: "text" }, group(), { env: "prod" }, place);
    expect(imported).toMatchObject({ coolDownTime: 300, vpcId: "vpc-a", tags: { env: "prod" } });
  });
});

describe("a recorded group", () => {
  it("shows neither a change nor an edit against itself, whatever the program and the live group", () => {
    fc.assert(
      fc.property(anyArgs, anyGroup, (wanted, live) => {
        const bag = JSON.parse(JSON.stringify(wanted)) as Record<string, unknown>;
        const asWanted = { ...live, ...wantedFields(wanted), vpcId: wanted.vpcId } as AsGroup;
        const tags = wanted.tags ?? {};
        const outputs = outputsOf(bag, asWanted, place);
        const comparison = compare({ args: readableArguments(bag), unknown: [] }, recordedAsGroup(outputs), {
          group: { ...asWanted, scalingGroupStatus: wanted.enable ? "INSERVICE" : "PAUSED" },
          tags,
        });
        expect(isUnchanged(comparison)).toBe(true);
        expect([...editedArguments(outputs, bag, isDeepStrictEqual)]).toEqual([]);
      }),
      { seed: 20261124, numRuns: 1000 },
    );
  });
});

/** The fields of the arguments that are fields of the group, too. */
const wantedFields = (wanted: object): object =>
  Object.fromEntries(Object.entries(wanted).filter(([name]) => name in group() && name !== "tags"));
