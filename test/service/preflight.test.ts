import { describe, expect, it } from "vitest";
import { openStack } from "../support/engine";
import { startProvider } from "../support/provider-process";
import { simulated, type World } from "../support/simulated";

const refuseReads = (world: World, path: string): void => {
  world.simulator.admin.fault({
    match: { method: "GET", path: `**${path}` },
    effect: { kind: "status", status: 403, code: "AS.0011" },
  });
};

const NO_ROOM =
  "the project may have 1 AS groups, 1 exist, and this run creates 1: the service would refuse with AS.2023";

describe("a preview of a group that is new", () => {
  it("reads the quotas and the AS configuration, and writes nothing", async () => {
    const world = await simulated();
    expect(await openStack(world).preview(world.args())).toMatchObject({ operation: "create", warnings: [] });
    expect(world.calls()).toMatchObject({
      signIns: 1,
      writes: [],
      reads: { quotas: 1, "scaling_configuration/*": 1 },
    });
  });

  it("is refused when the project has no room for it", async () => {
    const world = await simulated({ quotas: { groups: 1 } });
    await openStack(world, "first").up(world.args());
    const { failure } = await openStack(world).preview(world.args());
    expect(failure).toContain(NO_ROOM);
    expect(failure).toContain("1. delete AS groups that you no longer need");
    expect(failure).toContain("2. have the quota raised");
  });

  it("counts a group that an interrupted run has created once only", async () => {
    const world = await simulated({ quotas: { groups: 1 } });
    const stack = openStack(world);
    stack.onCalls(async (request, send) => {
      if (request.method !== "POST" || !request.url.endsWith("/scaling_group")) return send();
      await send();
      return stack.kill();
    });
    await stack.up(world.args());
    stack.onCalls(undefined);
    expect(world.groups()).toHaveLength(1);
    expect(await stack.preview(world.args())).toMatchObject({ operation: "create", failure: undefined });
    expect(await stack.up(world.args())).toMatchObject({ operation: "create", failure: undefined });
    expect(world.groups()).toHaveLength(1);
  });

  it("is refused without a preview, too, when what this run has created has used up the room", async () => {
    const world = await simulated({ quotas: { groups: 2 } });
    await openStack(world, "first").up(world.args({ desireInstanceNumber: 0 }));
    const args = world.args({ desireInstanceNumber: 0 });
    const { handlers } = await startProvider(world, (_, send) => send());
    const check = (name: string) =>
      handlers.check(
        {},
        { ...args, selfUrn: `urn:pulumi:dev::e2e::pulumi-nodejs:dynamic/otc:AsGroup::${name}` },
      );
    const { inputs } = await check("a");
    await handlers.create(inputs);
    await expect(check("b")).rejects.toThrow(
      "the project may have 2 AS groups, 2 exist, and this run creates 1: the service would refuse with AS.2023",
    );
  });

  it("warns about a replacement without room, and goes on: it may free what it needs", async () => {
    const world = await simulated({ quotas: { groups: 1 } });
    const stack = openStack(world);
    await stack.up(world.args());
    world.outside("deleteGroup");
    expect(await stack.up(world.args())).toMatchObject({ operation: "replace", failure: undefined });
    const { operation, warnings } = await stack.preview(
      world.args({ vpcId: "another", lockedChange: "replace" }),
    );
    expect({ operation, warnings }).toEqual({
      operation: "replace",
      warnings: expect.arrayContaining([NO_ROOM]) as unknown,
    });
  });

  it("is refused when its AS configuration does not exist", async () => {
    const world = await simulated();
    const args = world.args({ scalingConfigurationId: "00000000-0000-4000-8000-000000000000" });
    const { failure } = await openStack(world).preview(args);
    expect(failure).toContain(
      "there is no AS configuration 00000000-0000-4000-8000-000000000000 in this project",
    );
  });

  it("warns about what cannot be known for certain: zones of another region, more instances than allowed", async () => {
    const world = await simulated({ quotas: { instances: 4 } });
    const args = world.args({ availableZones: ["eu-nl-01"], maxInstanceNumber: 5 });
    expect(await openStack(world).preview(args)).toMatchObject({
      operation: "create",
      warnings: [
        "availableZones: eu-nl-01 does not look like a zone of region eu-de",
        "maxInstanceNumber: 5 is more than the 4 instances that a group of this project may have (AS.2045)",
      ],
    });
  });

  it.each(["/quotas", "/scaling_configuration/*"])(
    "is not disturbed when %s must not be read",
    async (path) => {
      const world = await simulated();
      refuseReads(world, path);
      expect(await openStack(world).preview(world.args())).toMatchObject({
        operation: "create",
        warnings: [],
      });
    },
  );

  it("is not disturbed when nobody can sign in", async () => {
    const world = await simulated();
    world.simulator.admin.fault({ match: { service: "iam" }, effect: { kind: "status", status: 401 } });
    expect(await openStack(world).preview(world.args())).toMatchObject({ operation: "create", warnings: [] });
  });
});

describe("a preview of a group that exists", () => {
  it("reads no quotas", async () => {
    const world = await simulated();
    const stack = openStack(world);
    await stack.up(world.args());
    world.calls();
    await stack.preview(world.args({ coolDownTime: 7 }));
    expect(world.calls().reads["quotas"]).toBeUndefined();
  });
});

describe("a preview of an AS configuration that is new", () => {
  it("is refused when the project has no room for it", async () => {
    // The world itself has one.
    const world = await simulated({ quotas: { configurations: 1 } });
    const stack = openStack(world, "dev", "asConfiguration");
    const { failure } = await stack.preview({
      instanceConfig: {
        flavorRef: "s3.large.4",
        imageRef: "cc72fe83-0d8f-4a43-9e6a-5a36d5e5f0a1",
        disk: [{ size: 40, volumeType: "SSD", diskType: "SYS" }],
        keyName: "operators",
      },
    });
    expect(failure).toContain(
      "the project may have 1 AS configurations, 1 exist, and this run creates 1: the service would refuse with AS.1024",
    );
  });
});
