import fc from "fast-check";
import type { SimulatorOptions } from "otc-as-simulator";
import { expect, test } from "vitest";
import { openWorld } from "../support/simulated";
import { anyWalk } from "./support/moves";
import { walkAndConverge } from "./support/walk";

const SEED = 20261124;
const RUNS_IN_EACH_WORLD = 1000;

/** The readings of the documents that differ from the defaults where a walk can notice it. */
const otherReadings = {
  batchFailure: "good-items",
  belowMinimum: "refill",
  busy: "AS.0003",
  currentNumber: "with-pending",
  desiredOutside: "clamp",
  nullness: "absent",
  removeWhilePaused: "allowed",
  repeatedAction: "accept",
  sameDesired: "refuse",
  status: "AS.2020",
} as const;

const worlds: readonly [string, NonNullable<SimulatorOptions["variants"]>][] = [
  ["as the documents are read by default", {}],
  ["as they can be read, too", otherReadings],
];

test.each(worlds)(
  `whatever happens in whatever order, two runs at most bring everything in order, %s (seed ${SEED})`,
  async (_, variants) => {
    expect.hasAssertions();
    const world = await openWorld({ variants, oversleep: 8 });
    try {
      await fc.assert(
        fc.asyncProperty(anyWalk, (moves) => walkAndConverge(world, moves)),
        { seed: SEED, numRuns: RUNS_IN_EACH_WORLD },
      );
    } finally {
      await world.close();
    }
  },
  600_000,
);
