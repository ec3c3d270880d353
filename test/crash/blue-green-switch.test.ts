import { afterAll, describe, expect, test } from "vitest";
import type { HttpRequest } from "../../provider/api/http";
import type { Stack } from "../support/engine";
import { openWorld } from "../support/simulated";
import { pairIn, type PairScene } from "../service/blue-green-switch/support";
import { accidentKinds, canMeet, observe, type Accident } from "./support/accident";

interface InstanceDocument {
  readonly life_cycle_state?: unknown;
  readonly health_status?: unknown;
}

const serves = ({ life_cycle_state: state, health_status: health }: InstanceDocument): boolean =>
  state === "INSERVICE" && health === "NORMAL";

/** Instances of both groups that serve. */
const servingIn = ({ world }: PairScene): number =>
  world.groups().flatMap(({ instances }) => instances.filter(({ document }) => serves(document))).length;

describe("a promotion, of whose calls one goes wrong", async () => {
  const world = await openWorld({ oversleep: 8 });
  afterAll(() => world.close());

  const begin = async (): Promise<PairScene> => {
    world.reset();
    const pair = await pairIn(world);
    expect(await pair.stack.up(pair.program())).toMatchObject({ failure: undefined });
    world.pass(600);
    return pair;
  };
  const promote = async (pair: PairScene, accident?: Accident) => {
    const least = { serving: servingIn(pair) };
    const watched: Stack = {
      ...pair.stack,
      onCalls: (wire) => {
        pair.stack.onCalls(
          wire === undefined
            ? undefined
            : async (request, send) => {
                least.serving = Math.min(least.serving, servingIn(pair));
                return wire(request, send);
              },
        );
      },
    };
    const observed = await observe(
      world,
      watched,
      () => pair.stack.up(pair.program({ live: "green" })),
      accident,
    );
    return { ...observed, least: Math.min(least.serving, servingIn(pair)) };
  };

  const undisturbed = await promote(await begin());
  const calls: readonly HttpRequest[] = undisturbed.calls;

  test("undisturbed, never leaves less in service than before", () => {
    expect(undisturbed).toMatchObject({ ended: { failure: undefined }, least: 2 });
  });

  for (const kind of accidentKinds)
    for (const [index, call] of calls.entries())
      if (canMeet(kind, call))
        test(`never serves with less, and recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
          const pair = await begin();
          const { least } = await promote(pair, { kind, at: index + 1 });
          expect(least).toBeGreaterThanOrEqual(2);
          const again = await promote(pair);
          expect(again).toMatchObject({ ended: { failure: undefined } });
          expect(again.least).toBeGreaterThanOrEqual(2);
          expect(pair.numbers()).toEqual([0, 2]);
          expect(await pair.stack.preview(pair.program({ live: "green" }))).toMatchObject({
            operation: "same",
            warnings: [],
          });
        });
});
