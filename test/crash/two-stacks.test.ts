/** Two stacks that have the same group in their states fight over it: whoever comes second refuses. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OTHER_SUBNET } from "../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "../support/engine";
import { openWorld, type SharedWorld } from "../support/simulated";
import { observe } from "./support/accident";

const THEIR_JOURNAL = "v1_1_2_4_0badcafe";

let world: SharedWorld;
let one: Stack;
let other: Stack;

const program = (more = {}) => world.args({ scalingGroupName: "web", desireInstanceNumber: 2, ...more });
const drain = () => program({ lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] });

const expectRefusal = ({ failure }: Ended, writes: readonly string[]): void => {
  expect(failure).toMatch(/^AS group web \(id \S+\): .+ has stopped: another stack is draining this group/);
  expect(writes).toEqual([]);
};

beforeAll(async () => {
  world = await openWorld({ oversleep: 8 });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.reset();
  one = openStack(world, "one");
  other = openStack(world, "other");
  await one.up(program());
  await other.up(program());
  expect(other.recorded()?.id).toBe(one.recorded()?.id);
});

test("while one drains, the other refuses to preview and to run, whatever it wants, and touches nothing", async () => {
  await observe(world, one, () => one.up(drain()), { at: 12, kind: "killed after" });
  expect(world.group().tags).toHaveProperty("pulumi-drain");
  for (const wanted of [program(), program({ coolDownTime: 60 }), drain()]) {
    world.calls();
    expectRefusal(await other.preview(wanted), world.calls().writes);
    expectRefusal(await other.up(wanted), world.calls().writes);
  }
});

test("the one that drains completes it after the other was refused, and then the other goes on", async () => {
  await observe(world, one, () => one.up(drain()), { at: 12, kind: "killed after" });
  await other.up(drain());
  expect((await one.up(drain())).failure).toBe(undefined);
  expect((await other.up(drain())).failure).toBe(undefined);
  expect(world.group().tags).toEqual({});
  expect(world.group().document).toMatchObject({
    scaling_group_status: "INSERVICE",
    current_instance_number: 2,
  });
});

test("a drain that begins while another one is being planned makes the second refuse, at whichever moment", async () => {
  const { calls } = await observe(world, one, () => one.up(drain()));
  const journal = calls.findIndex(({ operation }) => operation === "create tags of AS group");
  const recheck = calls.slice(0, journal).findLastIndex(({ operation }) => operation.includes("tags"));
  expect(recheck).toBeGreaterThan(3);
  for (let at = 1; at <= recheck + 1; at += 1) {
    world.reset();
    const late = openStack(world, "late");
    await late.up(program());
    world.calls();
    let sent = 0;
    late.onCalls((_, send) => {
      sent += 1;
      if (sent === at) world.outside("setTags", { tags: { "pulumi-drain": THEIR_JOURNAL } });
      return send();
    });
    expectRefusal(await late.up(drain()), world.calls().writes);
    expect(world.group().tags).toEqual({ "pulumi-drain": THEIR_JOURNAL });
  }
});
