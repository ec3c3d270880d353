import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asGroup, asGroupAnswer, asGroupPage } from "../../../provider/api/codec/as-group";
import { toWire } from "../../../provider/api/codec/wire";
import type { AsGroup } from "../../../provider/core/as-group/model";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

const SEED = 20261124;

const wireGroup = (name: "as-group" | "as-group-bare"): Record<string, unknown> =>
  (fixture(name) as { scaling_group: Record<string, unknown> }).scaling_group;

const bare: AsGroup = {
  scalingGroupId: "77a7a397-1111-4e79-9da9-6a35e2709150",
  scalingGroupName: "web-1a2b3c4",
  scalingGroupStatus: "PAUSED",
  currentInstanceNumber: 0,
  desireInstanceNumber: 0,
  minInstanceNumber: 0,
  maxInstanceNumber: 1,
  coolDownTime: 0,
  lbaasListeners: [],
  availableZones: [],
  networks: [],
  securityGroups: [],
  createTime: "2026-07-23T02:46:29Z",
  vpcId: "863ccae2-8888-4d27-bc5b-3ba2a198a9e2",
  isScaling: false,
  healthPeriodicAuditMethod: "NOVA_AUDIT",
  healthPeriodicAuditTime: 0,
  healthPeriodicAuditGracePeriod: 600,
  instanceTerminatePolicy: "NEW_INSTANCE",
  notifications: [],
  deletePublicip: false,
  deleteVolume: false,
  multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE",
};

/** Fields that an answer may leave empty. */
const EMPTIABLE = [
  "scaling_configuration_id",
  "scaling_configuration_name",
  "lb_listener_id",
  "lbaas_listeners",
  "available_zones",
  "networks",
  "security_groups",
  "detail",
  "activity_type",
  "health_periodic_audit_grace_period",
  "notifications",
  "delete_publicip",
  "delete_volume",
  "cloud_location_id",
  "enterprise_project_id",
  "multi_az_priority_policy",
  "description",
];

describe("a group in an answer", () => {
  it("is read with every field, unknown ones left out", () => {
    expect(right(asGroupAnswer.decode(fixture("as-group"))).scalingGroup).toStrictEqual({
      scalingGroupId: "77a7a397-1111-4e79-9da9-6a35e2709150",
      scalingGroupName: "web-1a2b3c4",
      scalingGroupStatus: "INSERVICE",
      scalingConfigurationId: "1d281494-2222-4579-b817-c1f813be835f",
      scalingConfigurationName: "web-configuration",
      currentInstanceNumber: 7,
      desireInstanceNumber: 7,
      minInstanceNumber: 2,
      maxInstanceNumber: 500,
      coolDownTime: 300,
      lbaasListeners: [
        {
          listenerId: "2c1d0b9a-3333-4d2b-a51c-0e8fbe1f235b",
          poolId: "f06c0112-3333-4d2b-a51c-0e8fbe1f235b",
          protocolPort: 8080,
          weight: 0,
        },
      ],
      availableZones: ["eu-de-02", "eu-de-01"],
      networks: [
        {
          id: "a8327883-4444-4497-9c61-68d03ee193aa",
          ipv6Enable: true,
          ipv6Bandwidth: { id: "0b11c902-5555-4e15-8a5e-d3f39a7d1b1a" },
        },
        { id: "ca46b1ee-6666-4c8d-a4a5-3fbd25e6a2c0", ipv6Enable: false },
      ],
      securityGroups: [{ id: "8a4b1d5b-7777-49ce-87b5-8a3b6b0b6cfc" }],
      createTime: "2026-07-23T02:46:29Z",
      vpcId: "863ccae2-8888-4d27-bc5b-3ba2a198a9e2",
      detail: "the flavor is sold out",
      isScaling: true,
      activityType: "MODIFY_ELB",
      healthPeriodicAuditMethod: "ELB_AUDIT",
      healthPeriodicAuditTime: 5,
      healthPeriodicAuditGracePeriod: 0,
      instanceTerminatePolicy: "OLD_CONFIG_OLD_INSTANCE",
      notifications: ["EMAIL"],
      deletePublicip: true,
      deleteVolume: true,
      cloudLocationId: "eu-de",
      enterpriseProjectId: "c92b1a5d-9999-4e3c-b2c5-4ba2d8a2a0b1",
      multiAzPriorityPolicy: "PICK_FIRST",
      description: "front end",
    } satisfies AsGroup);
  });

  it("may leave out what the service leaves out", () => {
    expect(right(asGroupAnswer.decode(fixture("as-group-bare"))).scalingGroup).toStrictEqual(bare);
  });

  it.each([
    ["null", null],
    ["empty text", ""],
    ["empty lists", []],
  ])("reads %s as it reads absence", (_name, empty) => {
    const emptied = Object.fromEntries(EMPTIABLE.map((name) => [name, empty]));
    expect(right(asGroup.decode({ ...wireGroup("as-group-bare"), ...emptied }))).toStrictEqual(bare);
  });

  it.each(["INSERVICE", "PAUSED", "ERROR", "DELETING", "A_STATUS_OF_TOMORROW"])("may be %s", (status) => {
    const decoded = asGroup.decode({ ...wireGroup("as-group"), scaling_group_status: status });
    expect(right(decoded).scalingGroupStatus).toBe(status);
  });

  it.each(Object.keys(wireGroup("as-group-bare")))("must have %s", (name) => {
    const { [name]: _left, ...rest } = wireGroup("as-group-bare");
    expect(refusals(asGroup, rest).map((refusal) => refusal.split(":")[0])).toEqual([name]);
  });

  it("is refused with all wrong places at once, without any value", () => {
    const wrong = {
      ...wireGroup("as-group"),
      current_instance_number: "7",
      is_scaling: "false",
      available_zones: "eu-de-01",
      networks: [{ id: "n", ipv6_enable: "yes" }, {}],
      lbaas_listeners: [{ pool_id: "p", protocol_port: 80.5 }],
      description: 7,
    };
    expect(refusals(asGroup, wrong)).toEqual([
      "current_instance_number: an integer",
      "lbaas_listeners[0].protocol_port: an integer",
      "lbaas_listeners[0].weight: an integer",
      "available_zones: a list",
      "networks[0].ipv6_enable: true or false",
      "networks[1].id: a string that is not empty",
      "is_scaling: true or false",
      "description: a string",
    ]);
  });

  it("is read as it was written", () => {
    const word = fc.string({ minLength: 1, maxLength: 12 });
    const id = fc.record({ id: word });
    const network = fc.record(
      { id: word, ipv6Enable: fc.boolean(), ipv6Bandwidth: id },
      { requiredKeys: ["id", "ipv6Enable"] },
    );
    const listener = fc.record({ poolId: word, protocolPort: fc.nat(65_535), weight: fc.nat(100) });
    const changes = fc.record(
      {
        scalingConfigurationId: word,
        coolDownTime: fc.nat(86_400),
        lbListenerId: word,
        lbaasListeners: fc.array(listener, { maxLength: 6 }),
        availableZones: fc.array(word, { maxLength: 3 }),
        networks: fc.array(network, { maxLength: 5 }),
        securityGroups: fc.array(id, { maxLength: 1 }),
        isScaling: fc.boolean(),
        notifications: fc.array(word, { maxLength: 1 }),
        deleteVolume: fc.boolean(),
        description: word,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, (changed) => {
        const group: AsGroup = { ...bare, ...changed };
        expect(right(asGroup.decode(toWire(group)))).toEqual(group);
      }),
      { seed: SEED },
    );
  });
});

describe("a page of groups", () => {
  it("has groups and a total", () => {
    const page = {
      scaling_groups: [wireGroup("as-group-bare")],
      total_number: 9,
      start_number: 0,
      limit: 100,
    };
    expect(right(asGroupPage.decode(page))).toStrictEqual({ scalingGroups: [bare], totalNumber: 9 });
  });

  it("is not empty because its groups are missing", () => {
    expect(refusals(asGroupPage, {})).toEqual(["scaling_groups: a list", "total_number: an integer"]);
    expect(refusals(asGroupPage, { scaling_groups: null, total_number: 0 })).toEqual([
      "scaling_groups: a list",
    ]);
  });
});
