import * as E from "fp-ts/Either";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNames } from "../../../provider/core/as-group/argument-names";
import { decodeArguments } from "../../../provider/core/as-group/arguments";
import { check } from "../../../provider/core/as-group/check";
import { hasUnknown, UNKNOWN } from "../../../provider/core/unknown";
import { anyArguments, anyValue } from "../../support/program-arguments";

const SEED = 20261124;
const RUNS = 2000;

/** The value at a path such as `networks[1].id`. */
const at = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .reduce<unknown>(
      (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );

describe("check", () => {
  it("never throws, and says in every failure of which property it speaks, whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(anyValue, anyArguments),
        fc.oneof(anyValue, anyArguments),
        fc.nat(),
        (olds, news, generation) => {
          for (const { property, reason } of check(olds, news, generation).failures) {
            expect(reason).toContain(property);
            expect(reason.length).toBeGreaterThan(property.length);
          }
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("passes only arguments that can be read when everything is known", () => {
    let passed = 0;
    fc.assert(
      fc.property(anyArguments, (news) => {
        const { inputs, failures } = check({}, news, 0);
        if (failures.length > 0 || hasUnknown(inputs)) return;
        passed += 1;
        expect(E.isRight(decodeArguments(inputs))).toBe(true);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(passed).toBeGreaterThan(20);
  });

  it("judges no value that is not known, and shows none", () => {
    fc.assert(
      fc.property(anyArguments, (news) => {
        const { inputs, failures } = check({}, news, 0);
        // A name that does not exist is wrong whatever its value will be.
        const wrongNames = checkNames(inputs).map(({ property }) => property);
        for (const { property, reason } of failures) {
          expect(reason).not.toContain(UNKNOWN);
          if (!wrongNames.includes(property)) expect(at(inputs, property)).not.toBe(UNKNOWN);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("keeps every value that is given, and adds only the name and its generation", () => {
    fc.assert(
      fc.property(anyArguments, (news) => {
        const given = Object.keys(news).filter((name) => news[name] !== null && news[name] !== undefined);
        const names = Object.keys(check({}, news, 0).inputs);
        const added = names.filter((name) => !given.includes(name));
        expect(given.filter((name) => !names.includes(name))).toEqual([]);
        expect(added.filter((name) => name !== "scalingGroupName" && name !== "nameGeneration")).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
