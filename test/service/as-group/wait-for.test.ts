import { describe, expect, it } from "vitest";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";

const MEMBERS = "list instances of AS group";

describe("waitFor", () => {
  it("healthy looks at the instances after they are in service, and ends when all are healthy", async () => {
    const world = await simulated();
    const stack = openStack(world);
    const ended = await stack.up(world.args({ desireInstanceNumber: 2, waitFor: "healthy" }));
    expect(ended.failure).toBeUndefined();
    expect(ended.progress).toContain("step 2 of 2: wait for 2 instances in service and healthy");
    expect(world.group().instances.length).toBe(2);
  });

  it("healthy goes on waiting while an instance is not, and says how many are", async () => {
    const world = await simulated();
    const stack = openStack(world);
    let looks = 0;
    stack.onCalls((request, send) => {
      if (request.operation !== MEMBERS || ++looks > 2) return send();
      return send().then(
        (answer) => JSON.parse(JSON.stringify(answer).replaceAll("NORMAL", "INITIALIZING")) as typeof answer,
      );
    });
    const ended = await stack.up(world.args({ desireInstanceNumber: 2, waitFor: "healthy" }));
    expect(ended.failure).toBeUndefined();
    expect(looks).toBe(3);
    expect(ended.progress.join("\n")).toContain("waiting for 2 instances healthy: 0 of 2 instances healthy");
  });

  it("none leaves the scaling to AS", async () => {
    const world = await simulated();
    const ended = await openStack(world).up(world.args({ desireInstanceNumber: 2, waitFor: "none" }));
    expect(ended.failure).toBeUndefined();
    expect(world.members()).toEqual([]);
    world.pass(600);
    expect(world.members().length).toBe(2);
  });
});
