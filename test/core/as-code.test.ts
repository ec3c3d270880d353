import { describe, expect, it } from "vitest";
import { asCode, asCodes } from "../../provider/core/as-code";

/** The codes that the service documents for groups, their instances, tags and policies, and for resuming a group. */
const range = (family: number, ...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `AS.${family}${String(number).padStart(3, "0")}`);
const documented: readonly string[] = [
  ...range(0, 1, 2, 3, 5, 6, 7, 8, 11, 22, 26, 31, 33, 34, 49, 50),
  ...range(1, 1, 2, 3, 4, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31),
  ...range(1, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 49, 50, 52, 53, 54, 55, 56, 62, 64, 65, 66),
  ...range(1, 67, 74, 75, 85, 86, 87, 88, 90),
  ...range(2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26),
  ...range(2, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50),
  ...range(2, 53, 54, 57),
  ...range(3, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26),
  ...range(3, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 40, 41, 42, 43, 45, 46, 47, 48, 49, 50),
  ...range(3, 54, 55, 56, 57, 58),
  ...range(4, 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28),
  ...range(4, 29, 30, 32, 33, 43),
  ...range(7, 12, 19, 22, 44, 45, 46, 47, 48, 49, 50, 52, 54, 59, 60, 61, 62, 63, 65, 78, 79, 81),
  ...range(7, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 55),
  ...range(7, 111, 112, 113, 114, 115),
  ...range(9, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13),
];

describe("asCodes", () => {
  it("holds exactly the codes that the operations in use can answer", () => {
    expect(Object.keys(asCodes).sort()).toEqual([...documented].sort());
  });

  it.each(Object.entries(asCodes))(
    "says for %s what it means and what to do, in the style of messages",
    (_, code) => {
      for (const text of [code.meaning, code.next]) {
        expect(text).toMatch(/^(?![A-Z][a-z])\S.*\S$/);
        expect(text).not.toMatch(/\.$|undefined|\n/);
      }
    },
  );
});

describe("asCode", () => {
  it("finds a code", () => {
    expect(asCode("AS.2012")).toEqual({
      meaning: "the VPC does not exist",
      next: "check vpcId: the VPC must exist in this project and region",
    });
  });

  it.each(["AS.9999", "", "constructor", "__proto__"])("knows nothing about %j", (code) => {
    expect(asCode(code)).toBeUndefined();
  });
});
