import { describe, expect, it } from "vitest";
import {
  createAsPolicy,
  deleteAsPolicy,
  getAsPolicy,
  listAsPolicies,
  listAsPoliciesOf,
  modifyAsPolicy,
  pauseAsPolicy,
  resumeAsPolicy,
} from "../../provider/api/as-policy";
import type { AsPolicyCreation } from "../../provider/core/as-policy/model";
import { errorOf, valueOf } from "./support/either";
import { NOTHING, simulated } from "./support/simulated";

const ALARM = "al1700000000001abcDEF12Z";

const alarmPolicy = (scalingResourceId: string, changes: Partial<AsPolicyCreation> = {}) => ({
  scalingPolicyName: "out",
  scalingResourceId,
  scalingResourceType: "SCALING_GROUP" as const,
  scalingPolicyType: "ALARM" as const,
  alarmId: ALARM,
  ...changes,
});

describe("an AS policy of a group", () => {
  it("is created enabled with the service's defaults, changed, disabled, enabled and deleted", async () => {
    const { client, pausedGroup } = await simulated();
    const group = await pausedGroup();
    const id = await valueOf(createAsPolicy(client)(alarmPolicy(group)));
    expect(await valueOf(getAsPolicy(client)(id))).toMatchObject({
      scalingPolicyId: id,
      policyStatus: "INSERVICE",
      alarmId: ALARM,
      scalingPolicyAction: { operation: "ADD", size: 1 },
      coolDownTime: 300,
    });

    await valueOf(
      modifyAsPolicy(client)(id, {
        scalingPolicyType: "RECURRENCE",
        scheduledPolicy: {
          launchTime: "20:00",
          recurrenceType: "Weekly",
          recurrenceValue: "1,7",
          endTime: "2099-01-01T00:00Z",
        },
        scalingPolicyAction: { operation: "REMOVE", percentage: 50 },
        description: "quiet",
      }),
    );
    await valueOf(pauseAsPolicy(client)(id));
    const changed = await valueOf(getAsPolicy(client)(id));
    expect(changed).not.toHaveProperty("alarmId");
    expect(changed).toMatchObject({
      policyStatus: "PAUSED",
      scalingPolicyType: "RECURRENCE",
      scheduledPolicy: { launchTime: "20:00", recurrenceType: "Weekly", recurrenceValue: "1,7" },
      scalingPolicyAction: { operation: "REDUCE", percentage: 50 },
      description: "quiet",
    });
    expect(changed.scheduledPolicy?.startTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);

    await valueOf(resumeAsPolicy(client)(id));
    await valueOf(deleteAsPolicy(client)(id));
    expect(await errorOf(getAsPolicy(client)(id))).toMatchObject({ _tag: "NotFound" });
  });

  it("is listed with its group's and with all, by part of its name", async () => {
    const { client, pausedGroup } = await simulated();
    const [blue, green] = [await pausedGroup(), await pausedGroup()];
    const out = await valueOf(createAsPolicy(client)(alarmPolicy(blue)));
    const other = alarmPolicy(green, { scalingPolicyName: "in", alarmId: ALARM.replace("Z", "Y") });
    await valueOf(createAsPolicy(client)(other));
    const ids = ({ policies }: { policies: readonly { scalingPolicyId: string }[] }) =>
      policies.map(({ scalingPolicyId }) => scalingPolicyId);
    expect(ids(await valueOf(listAsPoliciesOf(client)(blue, { scalingPolicyName: "ou" })))).toEqual([out]);
    expect(ids(await valueOf(listAsPoliciesOf(client)(green, { scalingPolicyName: "ou" })))).toEqual([]);
    expect((await valueOf(listAsPolicies(client)())).total).toBe(2);
    expect(ids(await valueOf(listAsPolicies(client)({ alarmId: ALARM })))).toEqual([out]);
  });

  it("says what is missing: itself, or its resource", async () => {
    const { client } = await simulated();
    expect(await errorOf(deleteAsPolicy(client)(NOTHING))).toMatchObject({ _tag: "NotFound" });
    expect(await errorOf(listAsPoliciesOf(client)(NOTHING))).toMatchObject({ _tag: "NotFound" });
    expect(await errorOf(createAsPolicy(client)(alarmPolicy(NOTHING)))).toMatchObject({
      _tag: "Refused",
      code: "AS.3042",
    });
  });
});

describe("an AS policy of a bandwidth", () => {
  it("is read with the address of its bandwidth, and with its limits", async () => {
    const { client, simulator } = await simulated();
    const { bandwidth_id: bandwidth } = simulator.admin.outside("createBandwidth", {}) as {
      bandwidth_id: string;
    };
    const creation = alarmPolicy(bandwidth, {
      scalingResourceType: "BANDWIDTH",
      scalingPolicyAction: { operation: "ADD", size: 10, limits: 100 },
    });
    const id = await valueOf(createAsPolicy(client)(creation));
    const policy = await valueOf(getAsPolicy(client)(id));
    expect(policy.scalingPolicyAction).toEqual({ operation: "ADD", size: 10, limits: 100 });
    expect(Object.keys(policy.metaData ?? {})).toEqual([
      "metadataBandwidthShareType",
      "metadataEipId",
      "metadataEipAddress",
    ]);
  });
});
