import { expect, it } from "vitest";
import { OTHER_SUBNET } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";

it.each([
  ["refuse", "step 1 of 8: change minInstanceNumber, desireInstanceNumber, maxInstanceNumber"],
  ["allowed", undefined],
] as const)(
  "a drain says why its steps are counted anew (removeWhilePaused=%s)",
  async (removeWhilePaused, nextLine) => {
    const world = await simulated({ variants: { removeWhilePaused } });
    const stack = openStack(world);
    await stack.up(world.args());
    const { failure, progress } = await stack.up(
      world.args({ networks: [{ id: OTHER_SUBNET }], lockedChange: "drain" }),
    );
    expect(failure).toBeUndefined();
    const said = progress.indexOf(
      "the service does not release instances of a paused group: what is left is planned anew",
    );
    expect(said === -1 ? undefined : progress[said + 1]).toBe(nextLine);
  },
);
