import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { ElasticFleet } from "../../../components/elastic-fleet/elastic-fleet";
import type { ElasticFleetArgs } from "../../../components/elastic-fleet/elastic-fleet-args";
import { declaredBy, optionsOfChildren, valueOf, withoutEngine, type Declared } from "../support/mocks";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";
const POOL = { poolId: "3f6a9c2e-5b8d-4170-a3b6-c9d2e5f8a101", protocolPort: 80 };

const template = {
  flavorRef: "s3.medium.1",
  imageRef: "11112222-1111-4222-8333-444455550001",
  keyName: "ops",
};
const place = {
  vpcId: "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e01",
  networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01" }],
};
const hook = {
  lifecycleHookType: "INSTANCE_LAUNCHING",
  notificationTopicUrn: TOPIC,
  defaultTimeout: 60,
  timeouts: { create: 60 },
} as const;
const policy = { scalingPolicyType: "ALARM", alarmId: "al1" } as const;

const fleetArgs = (more: Partial<ElasticFleetArgs> = {}): ElasticFleetArgs => ({
  ...place,
  instanceConfig: template,
  maxInstanceNumber: 4,
  ...more,
});

beforeAll(withoutEngine);

const declared = async (
  args: ElasticFleetArgs,
  options: pulumi.ComponentResourceOptions = {},
): Promise<ReadonlyMap<string, Declared>> => {
  const all = await declaredBy(() => new ElasticFleet("web", args, options));
  return new Map(all.map((each) => [`${each.type.split(":").at(-1) ?? ""} ${each.name}`, each]));
};
const groupOf = async (more: Partial<ElasticFleetArgs> = {}): Promise<Declared["args"] | undefined> =>
  (await declared(fleetArgs(more))).get("AsGroup web")?.args;

describe("an elastic fleet", () => {
  it("of a template and a place is a configuration and a group of its name, with the defaults of a fleet", async () => {
    const found = await declared({ ...place, instanceConfig: template });
    expect([...found.keys()]).toEqual(["ElasticFleet web", "AsConfiguration web", "AsGroup web"]);
    expect(found.get("AsConfiguration web")?.args).toMatchObject({ instanceConfig: template });
    expect(found.get("AsGroup web")?.args).toEqual({
      ...place,
      scalingConfigurationId: "web-id",
      minInstanceNumber: 1,
      maxInstanceNumber: 1,
      healthPeriodicAuditMethod: "NOVA_AUDIT",
    });
  });

  it("asks the load balancer for the health of instances when there is one, known at once or later", async () => {
    const known = await groupOf({ lbaasListeners: [POOL] });
    const later = await groupOf({ lbaasListeners: pulumi.output([POOL]) });
    expect([known?.["healthPeriodicAuditMethod"], later?.["healthPeriodicAuditMethod"]]).toEqual([
      "ELB_AUDIT",
      "ELB_AUDIT",
    ]);
  });

  it("lets every argument of the group be given", async () => {
    expect(
      await groupOf({
        minInstanceNumber: 0,
        maxInstanceNumber: 9,
        healthPeriodicAuditMethod: "NOVA_AUDIT",
        lbaasListeners: [POOL],
        availableZones: ["eu-de-01", "eu-de-02"],
        tags: { env: "prod" },
        notifications: ["EMAIL"],
        refresh: { maxSurge: 2 },
      }),
    ).toMatchObject({
      minInstanceNumber: 0,
      maxInstanceNumber: 9,
      healthPeriodicAuditMethod: "NOVA_AUDIT",
      availableZones: ["eu-de-01", "eu-de-02"],
      tags: { env: "prod" },
      notifications: ["EMAIL"],
      refreshOnConfigurationChange: { maxSurge: 2 },
    });
  });

  it("hands the number of configurations that stay to its configuration", async () => {
    const found = await declared(fleetArgs({ keepConfigurations: 2 }));
    expect(found.get("AsConfiguration web")?.args).toMatchObject({ keepConfigurations: 2 });
    expect(found.get("AsGroup web")?.args).not.toHaveProperty("keepConfigurations");
  });

  it("uses an AS configuration that is made elsewhere, and makes none", async () => {
    const found = await declared({ ...place, scalingConfigurationId: pulumi.output("made-elsewhere") });
    expect([...found.keys()]).toEqual(["ElasticFleet web", "AsGroup web"]);
    expect(found.get("AsGroup web")?.args).toMatchObject({ scalingConfigurationId: "made-elsewhere" });
  });

  it("has policies, hooks and topics of its group, and the group knows its hooks from the beginning", async () => {
    const found = await declared(
      fleetArgs({
        policies: { out: policy },
        lifecycleHooks: { prepare: hook, drain: { ...hook, lifecycleHookName: "chosen" } },
        topics: { ops: { topicUrn: TOPIC, topicScene: ["SCALING_UP_FAIL"] } },
      }),
    );
    expect(found.get("AsPolicy web-out")?.args).toEqual({ ...policy, scalingResourceId: "web-id" });
    expect(found.get("LifecycleHook web-prepare")?.args).toEqual({
      ...hook,
      scalingGroupId: "web-id",
      lifecycleHookName: "prepare",
    });
    expect(found.get("LifecycleHook web-drain")?.args).toMatchObject({ lifecycleHookName: "chosen" });
    expect(found.get("AsNotification web-ops")?.args).toEqual({
      topicUrn: TOPIC,
      topicScene: ["SCALING_UP_FAIL"],
      scalingGroupId: "web-id",
    });
    const { timeouts: _, ...settings } = hook;
    expect(found.get("AsGroup web")?.args["initialLifecycleHooks"]).toEqual([
      { ...settings, lifecycleHookName: "prepare" },
      { ...settings, lifecycleHookName: "chosen" },
    ]);
  });

  it("lets each child be transformed", async () => {
    const found = await declared(
      fleetArgs({
        policies: { out: policy, in: policy },
        lifecycleHooks: { drain: hook },
        topics: { ops: { topicUrn: TOPIC, topicScene: ["SCALING_UP"] } },
        transform: {
          configuration: { scalingConfigurationName: "shop" },
          group: ({ args }) => ({ args: { ...args, deleteVolume: true } }),
          policy: { coolDownTime: 60 },
          lifecycleHook: { defaultResult: "CONTINUE" },
          topic: ({ name }) => ({ name: `${name}-2` }),
        },
      }),
    );
    expect(found.get("AsConfiguration web")?.args).toMatchObject({ scalingConfigurationName: "shop" });
    expect(found.get("AsGroup web")?.args).toMatchObject({ ...place, deleteVolume: true });
    expect(found.get("AsPolicy web-out")?.args).toMatchObject({ coolDownTime: 60 });
    expect(found.get("AsPolicy web-in")?.args).toMatchObject({ coolDownTime: 60 });
    expect(found.get("LifecycleHook web-drain")?.args).toMatchObject({ defaultResult: "CONTINUE" });
    expect(found.has("AsNotification web-ops-2")).toBe(true);
  });

  it("has children that belong to it and are the same as those that were declared alone", async () => {
    const { options, aliasesOf, transformations } = optionsOfChildren();
    await declared(fleetArgs({ policies: { out: policy } }), { transformations });
    expect(options.get("web-out")?.parent).toBeInstanceOf(ElasticFleet);
    expect(await aliasesOf("web-out")).toContain(
      "urn:pulumi:stack::project::pulumi-nodejs:dynamic/otc:AsPolicy::web-out",
    );
  });

  it("that is protected leaves its configuration replaceable, unless the program says otherwise", async () => {
    const protectionOf = async (transform: ElasticFleetArgs["transform"]) => {
      const args = fleetArgs({ policies: { out: policy }, ...(transform && { transform }) });
      const made: ElasticFleet[] = [];
      await declaredBy(() => made.push(new ElasticFleet("web", args, { protect: true })));
      return made.flatMap(({ configuration, group, policies }) =>
        [configuration, group, policies["out"]].map(
          (child) => (child as unknown as { readonly __protect?: boolean }).__protect,
        ),
      );
    };
    expect(await protectionOf({})).toEqual([false, true, true]);
    expect(await protectionOf({ configuration: () => ({ options: { protect: true } }) })).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("counts null as not given, and leaves out entries that are not given", async () => {
    const nothing = {
      scalingConfigurationId: null,
      lbaasListeners: null,
      minInstanceNumber: null,
      desireInstanceNumber: null,
      keepConfigurations: null,
      policies: { out: null },
      lifecycleHooks: null,
      topics: { ops: undefined },
      transform: null,
    } as unknown as Partial<ElasticFleetArgs>;
    const found = await declared(fleetArgs(nothing));
    expect([...found.keys()]).toEqual(["ElasticFleet web", "AsConfiguration web", "AsGroup web"]);
    expect(found.get("AsGroup web")?.args).toMatchObject({
      minInstanceNumber: 1,
      maxInstanceNumber: 4,
      healthPeriodicAuditMethod: "NOVA_AUDIT",
    });
  });

  it.each<[string, unknown, string]>([
    ["no arguments", undefined, "instanceConfig is missing"],
    ["a template that is null", { ...place, instanceConfig: null }, "instanceConfig is missing"],
    [
      "policies that are an output",
      fleetArgs({ policies: pulumi.output({}) as never }),
      "policies is not known yet",
    ],
    [
      "a transformation that renames a hook",
      fleetArgs({
        lifecycleHooks: { drain: hook },
        transform: { lifecycleHook: { lifecycleHookName: "other" } },
      }),
      "lifecycleHooks.drain gets another lifecycleHookName",
    ],
    [
      "a function that renames a hook",
      fleetArgs({
        lifecycleHooks: { drain: hook },
        transform: {
          lifecycleHook: ({ name }) => ({ args: name === "web-drain" ? { lifecycleHookName: "other" } : {} }),
        },
      }),
      "lifecycleHooks.drain gets another lifecycleHookName",
    ],
  ])("with %s is refused before a child is declared", async (_, args, reason) => {
    const found = await declaredBy(() => {
      expect(() => new ElasticFleet("web", args as ElasticFleetArgs)).toThrow(reason);
    });
    expect(found.map(({ type }) => type)).toEqual(["otc:autoscaling:ElasticFleet"]);
  });

  it("gives the outputs of its group, and its children themselves", async () => {
    let fleet: ElasticFleet | undefined;
    await declaredBy(() => {
      fleet = new ElasticFleet("web", fleetArgs({ policies: { out: policy }, desireInstanceNumber: 3 }));
    });
    if (fleet === undefined) throw new Error("no fleet was declared");
    expect(await valueOf(fleet.scalingGroupId)).toBe("web-id");
    expect(await valueOf(fleet.desireInstanceNumber)).toBe(3);
    expect(await valueOf(fleet.scalingConfigurationId)).toBe("web-id");
    expect(Object.keys(fleet.policies)).toEqual(["out"]);
    expect(await valueOf(fleet.policies["out"]?.id ?? pulumi.output(""))).toBe("web-out-id");
    expect(fleet.configuration).toBeDefined();
  });

  it("with wrong arguments is refused with all that is wrong, before a child is declared", async () => {
    const found = await declaredBy(() => {
      expect(
        () =>
          new ElasticFleet("web", {
            ...place,
            lifecycleHooks: { "a b": hook },
          }),
      ).toThrow(
        [
          "ElasticFleet web cannot be declared:",
          "  instanceConfig is missing: expected it, or the scalingConfigurationId of an AS configuration",
          '  lifecycleHooks.a b has the name "a b": expected 1 to 32 characters of A-Z a-z 0-9 _ -, not list; another lifecycleHookName may be given',
        ].join("\n"),
      );
    });
    expect(found.map(({ type }) => type)).toEqual(["otc:autoscaling:ElasticFleet"]);
  });
});
