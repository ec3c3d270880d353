import fc from "fast-check";
import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import {
  identifier,
  integer,
  integerOrText,
  list,
  noContent,
  object,
  optional,
  orElse,
  rows,
  text,
  toWire,
} from "../../../provider/api/codec/wire";
import { refusals, right } from "../support/either";

const SEED = 20261124;

describe("scalars", () => {
  it.each([0, -1, 300])("integer takes %j", (value) => {
    expect(right(integer.decode(value))).toBe(value);
  });

  it.each(["5", 1.5, true, null, Number.NaN])("integer refuses %j", (value) => {
    expect(refusals(integer, value)).toEqual([": an integer"]);
  });

  it.each([
    [5, 5],
    ["5", 5],
    ["-1", -1],
  ])("integerOrText reads %j as %i", (value, expected) => {
    expect(right(integerOrText.decode(value))).toBe(expected);
  });

  it.each(["", "5 minutes", "1.5", "0x5", null])("integerOrText refuses %j", (value) => {
    expect(refusals(integerOrText, value)).toEqual([": an integer, or an integer written as a string"]);
  });

  it.each(["", 7, null, undefined])("identifier refuses %j", (value) => {
    expect(refusals(identifier, value)).toEqual([": a string that is not empty"]);
  });
});

describe("empties", () => {
  it.each([null, undefined, "", []])("optional reads %j as nothing", (value) => {
    expect(right(optional(text).decode(value))).toBeUndefined();
  });

  it.each([null, undefined, "", []])("orElse reads %j as its fallback", (value) => {
    expect(right(orElse(integer, 600).decode(value))).toBe(600);
  });

  it.each([0, false])("orElse does not take %j for nothing", (value) => {
    expect(refusals(orElse(text, "x"), value)).toEqual([": a string"]);
  });

  it.each([null, undefined, "", []])("list reads %j as an empty list", (value) => {
    expect(right(list(text).decode(value))).toEqual([]);
  });

  it.each([null, undefined, "", {}])("rows refuses %j", (value) => {
    expect(refusals(rows(text), value)).toEqual([": a list"]);
  });
});

describe("object", () => {
  const group = object("a group", {
    groupId: identifier,
    coolDownTime: optional(integer),
    subNets: list(object("a subnet", { id: identifier })),
  });

  it("reads wire names, drops what is not there, ignores what it does not know", () => {
    const value = right(group.decode({ group_id: "g", cool_down_time: null, sub_nets: null, new_field: 1 }));
    expect(value).toStrictEqual({ groupId: "g", subNets: [] });
  });

  it("names every wrong place by its wire path and what was expected there", () => {
    expect(refusals(group, { cool_down_time: "300", sub_nets: [{ id: "a" }, { id: 7 }, "b"] })).toEqual([
      "group_id: a string that is not empty",
      "cool_down_time: an integer",
      "sub_nets[1].id: a string that is not empty",
      "sub_nets[2]: a subnet",
    ]);
  });

  it.each([undefined, null, [], "truncat", 1])("refuses %j", (value) => {
    expect(refusals(group, value)).toEqual([": a group"]);
  });
});

describe("noContent", () => {
  it.each([undefined, {}, { scaling_group_id: "g" }])("takes %j", (value) => {
    expect(noContent.decode(value)).toStrictEqual(E.right(undefined));
  });

  it.each(["<html></html>", '{"trunc', [], null])("refuses %j", (value) => {
    expect(refusals(noContent, value)).toEqual([": no content"]);
  });
});

describe("toWire", () => {
  it("keeps zero, false, empty text and empty lists, and leaves out undefined", () => {
    expect(
      toWire({
        coolDownTime: 0,
        deletePublicip: false,
        description: "",
        lbaasListeners: [],
        lbListenerId: undefined,
        networks: [{ id: "n", ipv6Enable: true, ipv6Bandwidth: { id: "b" } }],
      }),
    ).toStrictEqual({
      cool_down_time: 0,
      delete_publicip: false,
      description: "",
      lbaas_listeners: [],
      networks: [{ id: "n", ipv6_enable: true, ipv6_bandwidth: { id: "b" } }],
    });
  });

  it("writes what object reads", () => {
    const codec = object("x", {
      oneId: identifier,
      count: optional(integer),
      manyThings: list(object("y", { protocolPort: integer, ipv6Enable: orElse(text, "no") })),
    });
    const values = fc.record(
      {
        oneId: fc.string({ minLength: 1 }),
        count: fc.integer(),
        manyThings: fc.array(
          fc.record({ protocolPort: fc.integer(), ipv6Enable: fc.string({ minLength: 1 }) }),
        ),
      },
      { requiredKeys: ["oneId", "manyThings"] },
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(right(codec.decode(toWire(value)))).toEqual(value);
      }),
      { seed: SEED },
    );
  });
});
