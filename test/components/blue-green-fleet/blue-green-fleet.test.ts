import type * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { BlueGreenFleet } from "../../../components/blue-green-fleet/blue-green-fleet";
import type { BlueGreenFleetArgs } from "../../../components/blue-green-fleet/blue-green-fleet-args";
import { declaredBy, optionsOfChildren, valueOf, withoutEngine } from "../support/mocks";

const fleetArgs = (more: Partial<BlueGreenFleetArgs> = {}): BlueGreenFleetArgs => ({
  vpcId: "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e01",
  networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01" }],
  blue: { scalingConfigurationId: "old" },
  green: {
    instanceConfig: {
      flavorRef: "s3.medium.1",
      imageRef: "11112222-1111-4222-8333-444455550001",
      keyName: "ops",
    },
    group: { deleteVolume: true },
  },
  live: "blue",
  minInstanceNumber: 1,
  desireInstanceNumber: 2,
  maxInstanceNumber: 4,
  ...more,
});

beforeAll(withoutEngine);

/** The resources on which an output depends; the SDK's type does not tell of it. */
const resourcesOf = (output: pulumi.Output<unknown>): Promise<ReadonlySet<pulumi.Resource>> =>
  (output as unknown as { readonly allResources: () => Promise<Set<pulumi.Resource>> }).allResources();

const declared = async (args: BlueGreenFleetArgs, options: pulumi.ComponentResourceOptions = {}) => {
  const all = await declaredBy(() => new BlueGreenFleet("web", args, options));
  return new Map(all.map((each) => [`${each.type.split(":").at(-1) ?? ""} ${each.name}`, each.args]));
};

describe("a blue-green fleet", () => {
  it("is a configuration for a side that has none, two groups without numbers, and a switch", async () => {
    const found = await declared(fleetArgs({ bakeTime: "5m" }));
    expect([...found.keys()].sort()).toEqual([
      "AsConfiguration web-green-configuration",
      "AsGroup web-blue",
      "AsGroup web-green",
      "BlueGreenFleet web",
      "BlueGreenSwitch web-switch",
    ]);
    const { vpcId, networks } = fleetArgs();
    expect(found.get("AsGroup web-blue")).toEqual({
      vpcId,
      networks,
      scalingConfigurationId: "old",
      healthPeriodicAuditMethod: "NOVA_AUDIT",
    });
    expect(found.get("AsGroup web-green")).toEqual({
      vpcId,
      networks,
      healthPeriodicAuditMethod: "NOVA_AUDIT",
      deleteVolume: true,
      scalingConfigurationId: "web-green-configuration-id",
    });
    expect(found.get("BlueGreenSwitch web-switch")).toEqual({
      blueGroupId: "web-blue-id",
      greenGroupId: "web-green-id",
      serving: { live: "blue", minInstanceNumber: 1, desireInstanceNumber: 2, maxInstanceNumber: 4 },
      bakeTime: "5m",
    });
  });

  it("passes a candidate on, and lets a program change each child", async () => {
    const found = await declared(
      fleetArgs({
        candidate: "green",
        switchTimeouts: { update: "20m" },
        transform: { blueGroup: { coolDownTime: 60 }, switch: { bakeTime: "1m" } },
      }),
    );
    expect(found.get("AsGroup web-blue")).toMatchObject({ coolDownTime: 60 });
    expect(found.get("BlueGreenSwitch web-switch")).toMatchObject({
      serving: { live: "blue", candidate: "green" },
      bakeTime: "1m",
      timeouts: { update: "20m" },
    });
  });

  it("asks the load balancer whether instances are healthy, where there is one and the program says nothing else", async () => {
    const lbaasListeners = [{ poolId: "3f6a9c2e-5b8d-4170-a3b6-c9d2e5f8a101", protocolPort: 80 }];
    const found = await declared(
      fleetArgs({
        lbaasListeners,
        blue: { scalingConfigurationId: "old", group: { healthPeriodicAuditMethod: "NOVA_AUDIT" } },
      }),
    );
    expect(found.get("AsGroup web-blue")).toMatchObject({ healthPeriodicAuditMethod: "NOVA_AUDIT" });
    expect(found.get("AsGroup web-green")).toMatchObject({ healthPeriodicAuditMethod: "ELB_AUDIT" });
  });

  it("lets its AS configurations be replaced although it is protected", async () => {
    const { options, transformations } = optionsOfChildren();
    await declared(fleetArgs(), { transformations, protect: true });
    expect(options.get("web-green-configuration")?.protect).toBe(false);
    expect(options.get("web-blue")?.protect).not.toBe(false);
  });

  it("is the parent of its children, which may have been declared alone before", async () => {
    const { options, aliasesOf, transformations } = optionsOfChildren();
    await declared(fleetArgs(), { transformations });
    for (const child of ["web-blue", "web-green", "web-switch", "web-green-configuration"]) {
      expect(options.get(child)?.parent).toBeInstanceOf(BlueGreenFleet);
      const aliases = await aliasesOf(child);
      expect(aliases.length).toBeGreaterThan(0);
      for (const alias of aliases)
        expect(alias).toMatch(
          new RegExp(`^urn:pulumi:stack::project::pulumi-nodejs:dynamic/otc:[A-Za-z]+::${child}$`),
        );
    }
  });

  it("tells which group serves, and not before the switch is done", async () => {
    const fleet = new BlueGreenFleet("web", fleetArgs({ live: "green" }));
    expect(await valueOf(fleet.liveGroupId)).toBe("web-green-id");
    const dependencies = await Promise.all(
      [...(await resourcesOf(fleet.liveGroupId))].map(({ urn }) => valueOf(urn)),
    );
    expect(dependencies.some((urn) => urn.endsWith("BlueGreenSwitch::web-switch"))).toBe(true);
  });

  it("refuses to be declared without arguments, as a program in JavaScript may", () => {
    expect(() => new BlueGreenFleet("web", undefined as unknown as BlueGreenFleetArgs)).toThrow(
      "BlueGreenFleet web cannot be declared:\n  blue is missing",
    );
  });

  it("refuses wrong arguments at once and all together", () => {
    expect(() => new BlueGreenFleet("web", fleetArgs({ green: {}, desireInstanceNumber: 9 }))).toThrow(
      [
        "BlueGreenFleet web cannot be declared:",
        "  green has neither instanceConfig nor scalingConfigurationId: expected one of them",
        "  desireInstanceNumber 9 is more than maxInstanceNumber 4",
      ].join("\n"),
    );
  });
});
