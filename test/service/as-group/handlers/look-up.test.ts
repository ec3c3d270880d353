import { describe, expect, it } from "vitest";
import { URN, openStack } from "../../../support/engine";
import { startProvider } from "../../../support/provider-process";
import { simulated } from "../../../support/simulated";

const PROVIDER = "the provider's text";

const applied = async (more = {}) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  const { handlers } = await startProvider(world, (_request, send) => send());
  world.calls();
  return { world, stack, program, handlers };
};

describe("a look-up by id", () => {
  it("gives all of the live group, with its tags", async () => {
    const { world, handlers } = await applied({ tags: { env: "prod" }, coolDownTime: 17 });
    const { id } = world.group();
    const { id: found, props } = await handlers.read(id, { selfUrn: URN, __provider: PROVIDER });
    expect(found).toBe(id);
    expect(props).toMatchObject({
      scalingGroupId: id,
      scalingGroupName: world.group().name,
      scalingGroupStatus: "INSERVICE",
      currentInstanceNumber: 1,
      coolDownTime: 17,
      availableZones: ["eu-de-01", "eu-de-02", "eu-de-03"],
      tags: { env: "prod" },
      projectId: world.simulator.credentials.projectId,
      region: "eu-de",
    });
    expect(world.calls().writes).toEqual([]);
  });

  it("fails when there is no such group, because the engine would make one up", async () => {
    const { world, handlers } = await applied();
    const nothing = "00000000-0000-4000-8000-00000000ffff";
    await expect(handlers.read(nothing, { selfUrn: URN, __provider: PROVIDER })).rejects.toThrow(
      `there is no AS group with id ${nothing} in project ${world.simulator.credentials.projectId}`,
    );
  });
});

describe("a file import", () => {
  it("reads inputs with which the same program has nothing to do", async () => {
    const { world, program, handlers } = await applied({ tags: { env: "prod" } });
    const { id, name } = world.group();
    const { props = {}, inputs = {} } = await handlers.read(id, { __provider: PROVIDER });
    expect(inputs).toMatchObject({
      scalingGroupName: name,
      vpcId: program["vpcId"],
      scalingConfigurationId: program["scalingConfigurationId"],
      minInstanceNumber: 0,
      desireInstanceNumber: 1,
      maxInstanceNumber: 5,
      tags: { env: "prod" },
    });
    // The engine shows the diff right after the read, which asks nothing.
    world.calls();
    expect(await handlers.diff(id, props, inputs)).toEqual({});
    expect(world.calls().reads).toEqual({});
    const { inputs: checked, failures } = await handlers.check(inputs, { ...program, selfUrn: URN });
    expect(failures).toEqual([]);
    expect(checked["scalingGroupName"]).toBe(name);
    await handlers.update(id, props, checked);
    expect(world.calls().writes).toEqual([]);
  });

  it("keeps what only the program can say as the program says it", async () => {
    const { world, handlers } = await applied();
    const { inputs = {} } = await handlers.read(world.group().id, { __provider: PROVIDER });
    for (const name of ["deleteMode", "lockedChange", "timeouts", "desireInstanceNumberMode"])
      expect(inputs).not.toHaveProperty(name);
  });
});

describe("a state that an older version or a partial failure has written", () => {
  it.each([
    ["nothing but the id", {}],
    [
      "arguments that are out of range now",
      { coolDownTime: -1, networks: "none", timeouts: { delete: "x" } },
    ],
  ])("with %s can be read, updated and destroyed", async (_, recorded) => {
    const { world, program, handlers } = await applied();
    const { id } = world.group();
    const olds = { scalingGroupId: id, __provider: PROVIDER, ...recorded };
    expect((await handlers.read(id, olds)).id).toBe(id);
    const { inputs } = await handlers.check({}, { ...program, selfUrn: URN, scalingGroupName: "web" });
    const { outs } = await handlers.update(id, olds, inputs);
    expect(outs["scalingGroupName"]).toBe("web");
    await handlers.delete(id, olds);
    expect(world.groups()).toEqual([]);
  });
});
