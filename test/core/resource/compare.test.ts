import { describe, expect, it } from "vitest";
import { compareResource } from "../../../provider/core/resource/compare";
import { decideResource } from "../../../provider/core/resource/decide";
import { recordedIn } from "../../../provider/core/resource/recorded";
import { lamp, lampFields, type LampArguments } from "./support";

const compare = (
  known: Partial<LampArguments>,
  managedArguments: readonly string[] = [],
  unknown: readonly (keyof LampArguments)[] = [],
) => compareResource(lampFields, { known, unknown }, recordedIn({ managedArguments }), lamp);

describe("the comparison of a resource", () => {
  it("finds nothing where the live object means what the program says, or the program says nothing", () => {
    expect(compare({ room: "hall", brightness: 50 })).toEqual({ changes: [], kept: [] });
  });

  it("finds what is to be changed, and what it takes", () => {
    expect(compare({ room: "attic", brightness: 0, note: "secret" }).changes).toEqual([
      { field: "room", wanted: "attic", from: "Hall", to: "attic", needs: "replace" },
      { field: "brightness", wanted: 0, from: "50", to: "0", needs: "update" },
      { field: "note", wanted: "secret", from: "none", to: "text of 6 characters", needs: "update" },
    ]);
  });

  it("takes an argument that left the program back to its default, where there is a way", () => {
    const live = { ...lamp, brightness: 80 };
    const recorded = recordedIn({ managedArguments: ["brightness", "colour", "note"] });
    expect(compareResource(lampFields, { known: {}, unknown: [] }, recorded, live)).toEqual({
      changes: [{ field: "brightness", wanted: 50, from: "80", to: "50", needs: "update" }],
      kept: ["colour left the program, but the API cannot unset it: it stays white"],
    });
  });

  it("does not take an argument that is not known yet for one that left", () => {
    expect(compare({}, ["colour"], ["colour"])).toEqual({ changes: [], kept: [] });
  });
});

describe("the decision about a resource", () => {
  const edited =
    (...names: readonly string[]) =>
    (name: string): boolean =>
      names.includes(name);

  it("is silent about what the program itself has edited", () => {
    expect(decideResource(compare({ brightness: 0 }), edited("brightness"))).toEqual({
      _tag: "Update",
      messages: [],
    });
  });

  it("tells what was changed outside", () => {
    expect(decideResource(compare({ brightness: 0, colour: "red" }), edited("colour"))).toEqual({
      _tag: "Update",
      messages: ["changed outside of Pulumi, up takes it back: brightness: 50 → 0"],
    });
  });

  it("is a replacement as soon as one change needs it", () => {
    expect(
      decideResource(compare({ room: "attic", brightness: 0 }), edited("room", "brightness")),
    ).toMatchObject({ _tag: "Replace", fields: ["room"] });
  });
});
