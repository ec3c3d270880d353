import { describe, expect, it } from "vitest";
import { createAsPolicy } from "../../provider/api/as-policy";
import { getAsPolicies, getAsPoliciesOutput } from "../../provider/lookup/as-policy";
import { valueOf } from "../api/support/either";
import { NOTHING, simulated } from "../api/support/simulated";
import { programFor } from "./support/program";

describe("getAsPolicies", () => {
  it("lists policies in the words of version 2, by conditions that the service checks", async () => {
    const { simulator, client, pausedGroup } = await simulated();
    const scalingResourceId = await pausedGroup();
    const create = (scalingPolicyName: string, groupId: string): Promise<string> =>
      valueOf(
        createAsPolicy(client)({
          scalingPolicyName,
          scalingResourceId: groupId,
          scalingResourceType: "SCALING_GROUP",
          scalingPolicyType: "RECURRENCE",
          scheduledPolicy: {
            launchTime: "07:00",
            recurrenceType: "Weekly",
            recurrenceValue: "2,3",
            endTime: "2030-01-01T00:00Z",
          },
          scalingPolicyAction: { operation: "SET", size: 4 },
        }),
      );
    const scalingPolicyId = await create("morning", scalingResourceId);
    await create("morning", await pausedGroup());
    const program = programFor(simulator);
    expect(await getAsPolicies()).toHaveLength(2);
    const conditions = {
      scalingResourceId,
      scalingResourceType: "SCALING_GROUP",
      scalingPolicyName: "morn",
      scalingPolicyId,
      scalingPolicyType: "RECURRENCE",
      enterpriseProjectId: "all_granted_eps",
      sortBy: "POLICY_NAME",
      order: "ASC",
    } as const;
    expect(await getAsPolicies(conditions)).toMatchObject([
      {
        scalingPolicyId,
        scalingResourceId,
        policyStatus: "INSERVICE",
        scheduledPolicy: { launchTime: "07:00", recurrenceType: "Weekly", recurrenceValue: "2,3" },
        scalingPolicyAction: { operation: "SET", size: 4 },
      },
    ]);
    expect(program.queries()[1]).toEqual({
      scaling_resource_id: scalingResourceId,
      scaling_resource_type: "SCALING_GROUP",
      scaling_policy_name: "morn",
      scaling_policy_id: scalingPolicyId,
      scaling_policy_type: "RECURRENCE",
      enterprise_project_id: "all_granted_eps",
      sort_by: "POLICY_NAME",
      order: "ASC",
      start_number: "0",
      limit: "100",
    });
    expect(await getAsPolicies({ scalingResourceId: NOTHING })).toEqual([]);
    const found = await new Promise((resolve) => {
      getAsPoliciesOutput({ scalingResourceId }).apply(resolve);
    });
    expect(found).toHaveLength(1);
  });
});
