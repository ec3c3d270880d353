import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { list } from "../../../provider/core/codec/list";
import { flag, id, integer, oneOf, oneOfNumbers } from "../../../provider/core/codec/scalar";
import {
  defaulted,
  type Members,
  optional,
  partOf,
  required,
  structure,
} from "../../../provider/core/codec/structure";
import type { Decoder } from "../../../provider/core/codec/decoder";
import { mismatches } from "../../../provider/core/decode";

interface Disk {
  readonly id: string;
  readonly size: number;
  readonly encrypted: boolean;
  readonly zones?: readonly string[];
}
const members: Members<Disk> = {
  id: required(id("a disk id")),
  size: required(integer(1, 10)),
  encrypted: defaulted(flag, false),
  zones: optional(list(oneOf("a", "b"), 1, 2, "1 to 2 zones")),
};
const disk = structure<Disk>("a disk", members);

const failures = (decoder: Decoder<unknown>, value: unknown) => {
  const read = decoder.decode(value);
  return E.isLeft(read) ? mismatches(read.left) : [];
};

describe("structure", () => {
  it("fills defaults, keeps optional members absent and ignores members that it does not know", () => {
    expect(disk.decode({ id: "x", size: 3, colour: "red" })).toStrictEqual(
      E.right({ id: "x", size: 3, encrypted: false }),
    );
  });

  it("takes null and undefined as not given", () => {
    expect(disk.decode({ id: "x", size: 3, encrypted: null, zones: undefined })).toStrictEqual(
      E.right({ id: "x", size: 3, encrypted: false }),
    );
  });

  it("reports every failure with its path, what was expected and what was found", () => {
    expect(failures(disk, { size: 11, encrypted: "yes", zones: ["a", "c", 3] })).toEqual([
      { path: "id", expected: "a disk id", found: undefined },
      { path: "size", expected: "an integer from 1 to 10", found: 11 },
      { path: "encrypted", expected: "true or false", found: "yes" },
      { path: "zones[1]", expected: "one of a, b", found: "c" },
      { path: "zones[2]", expected: "one of a, b", found: 3 },
    ]);
  });

  it.each([[null], [[]], ["text"], [1]])("refuses %j", (value) => {
    expect(failures(disk, value)).toEqual([{ path: "", expected: "a disk", found: value }]);
  });
});

describe("partOf", () => {
  it("reads some members only", () => {
    expect(
      partOf<Disk>("a disk", members, ["size", "zones"]).decode({ size: 3, encrypted: "yes" }),
    ).toStrictEqual(E.right({ size: 3 }));
  });
});

describe("list", () => {
  const short = list(integer(0, 9), 1, 2, "1 to 2 digits");

  it.each([[[]], [[1, 2, 3]], [{ 0: 1 }], ["12"]])("refuses %j as a whole", (value) => {
    expect(failures(short, value)).toEqual([{ path: "", expected: "1 to 2 digits", found: value }]);
  });

  it("keeps the order of its entries", () => {
    expect(short.decode([2, 1])).toStrictEqual(E.right([2, 1]));
  });
});

describe("scalars", () => {
  it.each<[string, Decoder<unknown>, unknown]>([
    ["a fraction as an integer", integer(0, 9), 1.5],
    ["text as an integer", integer(0, 9), "1"],
    ["a number that is not listed", oneOfNumbers([1, 5]), 2],
    ["a word in another case", oneOf("EMAIL"), "email"],
    ["a blank id", id("an id"), "  "],
    ["0 as a flag", flag, 0],
  ])("refuse %s", (_, decoder, value) => {
    expect(failures(decoder, value)).toEqual([{ path: "", expected: decoder.name, found: value }]);
  });

  it.each<[string, Decoder<unknown>, unknown]>([
    ["the least integer", integer(0, 9), 0],
    ["the greatest integer", integer(0, 9), 9],
    ["a listed number", oneOfNumbers([1, 5]), 5],
    ["false", flag, false],
  ])("accept %s", (_, decoder, value) => {
    expect(decoder.decode(value)).toStrictEqual(E.right(value));
  });
});
