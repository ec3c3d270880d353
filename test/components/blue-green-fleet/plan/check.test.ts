import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetFailures, type KnownFleet } from "../../../../components/blue-green-fleet/plan/check";

const good: KnownFleet = {
  blue: { instanceConfig: { flavorRef: "s3.medium.1" } },
  green: { scalingConfigurationId: "new", instanceConfig: null },
  live: "blue",
  minInstanceNumber: 1,
  desireInstanceNumber: 2,
  maxInstanceNumber: 4,
};

describe("the check of a blue-green fleet", () => {
  it("finds nothing wrong with numbers in order and one configuration for each side", () => {
    expect(fleetFailures(good)).toEqual([]);
  });

  it("tells everything that is wrong at once", () => {
    expect(
      fleetFailures({
        blue: { instanceConfig: {}, scalingConfigurationId: "old" },
        green: {},
        live: "red",
        candidate: 7,
        minInstanceNumber: -1,
        desireInstanceNumber: 5,
        maxInstanceNumber: 4,
      }).map(({ reason }) => reason),
    ).toEqual([
      "blue has both instanceConfig and scalingConfigurationId: expected one of them",
      "green has neither instanceConfig nor scalingConfigurationId: expected one of them",
      'live is "red": expected blue or green',
      "candidate is 7: expected blue or green",
      "minInstanceNumber is -1: expected an integer from 1 to 300",
      "desireInstanceNumber 5 is more than maxInstanceNumber 4",
    ]);
  });

  it("finds nothing wrong with what is not known yet", () => {
    expect(fleetFailures({ blue: good.blue, green: good.green })).toEqual([]);
  });

  it("misses what a program in JavaScript has left out, and takes null for it", () => {
    expect(fleetFailures({}).map(({ reason }) => reason)).toEqual([
      "blue is missing: expected an object with instanceConfig or scalingConfigurationId",
      "green is missing: expected an object with instanceConfig or scalingConfigurationId",
    ]);
  });

  it("accepts numbers exactly when they are in order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (min, desired, max) => {
          const failures = fleetFailures({
            ...good,
            minInstanceNumber: min,
            desireInstanceNumber: desired,
            maxInstanceNumber: max,
          });
          expect(failures.length === 0).toBe(min <= desired && desired <= max);
        },
      ),
      { seed: 20261125, numRuns: 500 },
    );
  });
});
