import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { editedNames } from "../../../provider/core/resource/edited";
import { appliedOutputs, refreshedOutputs } from "../../../provider/core/resource/outputs";
import { lamp, lampFields, lampTable, URN } from "./support";

const form = {
  fields: lampFields,
  table: lampTable,
  outputsOf: ({ name }: typeof lamp) => ({ socket: `socket of ${name}` }),
};
const place = { projectId: "p1", region: "eu-de" };
const inputs = { selfUrn: URN, nameGeneration: 0, room: "hall", brightness: 50, __provider: "text" };
const applied = appliedOutputs(form, inputs, lamp, place);

const edited = (news: object): readonly string[] => [
  ...editedNames(lampTable, Object.keys(lampFields), applied, { ...inputs, ...news }, isDeepStrictEqual),
];

describe("the outputs of a resource", () => {
  it("hold the program's arguments in its own form, the rest as it is live, and the place", () => {
    expect(applied).toEqual({
      selfUrn: URN,
      nameGeneration: 0,
      room: "hall",
      brightness: 50,
      colour: "white",
      name: "desk",
      socket: "socket of desk",
      projectId: "p1",
      region: "eu-de",
      managedArguments: ["brightness", "room"],
    });
  });

  it("keep what was applied even where the live value differs already: that is no edit of the program", () => {
    const later = appliedOutputs(form, inputs, { ...lamp, brightness: 10 }, place);
    expect(later).toMatchObject({ brightness: 50 });
  });

  it("are the arguments alone where the object could not be read", () => {
    expect(appliedOutputs(form, inputs, undefined, place)).toEqual({
      selfUrn: URN,
      nameGeneration: 0,
      room: "hall",
      brightness: 50,
      projectId: "p1",
      region: "eu-de",
      managedArguments: ["brightness", "room"],
    });
  });
});

describe("a refresh of a resource", () => {
  it("changes nothing where nothing has changed", () => {
    const { outputs, inputs: reported } = refreshedOutputs(form, applied, lamp, place);
    const { __provider: _, ...given } = inputs;
    expect([outputs, reported]).toEqual([applied, given]);
  });

  it("reports drift of managed arguments as inputs, and of others as outputs only", () => {
    const { outputs, inputs: reported } = refreshedOutputs(
      form,
      applied,
      { ...lamp, brightness: 10, colour: "red" },
      place,
    );
    expect(reported).toEqual({ selfUrn: URN, nameGeneration: 0, room: "hall", brightness: 10 });
    expect(outputs).toMatchObject({ brightness: 10, colour: "red" });
  });

  it("keeps arguments that have no live value", () => {
    const careful = appliedOutputs(form, { ...inputs, careful: true }, lamp, place);
    expect(refreshedOutputs(form, careful, lamp, place).inputs).toMatchObject({ careful: true });
  });

  it("of an object that was imported manages whatever it has", () => {
    expect(refreshedOutputs(form, {}, lamp, place).inputs).toEqual(lamp);
  });
});

describe("what the program has edited", () => {
  it("is nothing as long as the arguments are those that were applied", () => {
    expect(edited({})).toEqual([]);
  });

  it("is each argument that differs, came or went", () => {
    expect(edited({ room: "attic", brightness: undefined, note: "new" })).toEqual([
      "room",
      "brightness",
      "note",
    ]);
  });

  it("is an argument that is set to the value that nobody had managed", () => {
    expect(edited({ colour: "white" })).toEqual(["colour"]);
  });
});
