import { describe, expect, it } from "vitest";
import { asInstancePage } from "../../../provider/api/codec/as-instance";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

describe("a page of instances", () => {
  it("tells created, pending and manually added instances apart", () => {
    expect(right(asInstancePage.decode(fixture("as-instance-page")))).toStrictEqual({
      totalNumber: 3,
      scalingGroupInstances: [
        {
          instanceId: "b25c1589-1111-4f6c-a5b1-2e2f2ab4a4a1",
          instanceName: "web-configuration-ONQE551S",
          scalingGroupId: "77a7a397-1111-4e79-9da9-6a35e2709150",
          scalingGroupName: "web-1a2b3c4",
          scalingConfigurationName: "web-configuration",
          scalingConfigurationId: "1d281494-2222-4579-b817-c1f813be835f",
          lifeCycleState: "INSERVICE",
          healthStatus: "NORMAL",
          protectFromScalingDown: true,
          createTime: "2026-07-23T02:50:29Z",
        },
        {
          instanceName: "web-configuration-A1B2C3D4",
          scalingConfigurationId: "1d281494-2222-4579-b817-c1f813be835f",
          lifeCycleState: "PENDING",
          healthStatus: "INITIALIZING",
          protectFromScalingDown: false,
        },
        {
          instanceId: "c36d2690-2222-4f6c-a5b1-2e2f2ab4a4a2",
          instanceName: "added-by-hand",
          lifeCycleState: "REMOVING_WAIT",
          healthStatus: "ERROR",
          protectFromScalingDown: false,
        },
      ],
    });
  });

  it("is refused when the protection of an instance is unknown", () => {
    const instance = { life_cycle_state: "INSERVICE", health_status: "NORMAL" };
    const page = {
      total_number: 2,
      scaling_group_instances: [instance, { ...instance, protect_from_scaling_down: "false" }],
    };
    expect(refusals(asInstancePage, page)).toEqual([
      "scaling_group_instances[0].protect_from_scaling_down: true or false",
      "scaling_group_instances[1].protect_from_scaling_down: true or false",
    ]);
  });
});
