/** Readings of AS policies. */
import { expect } from "vitest";
import { createPolicy, getPolicy } from "../support/policies";
import { createGroup, type Json } from "../support/service";
import type { Check } from "./calls";

export const policyReadings = {
  policyModify: {
    merge: async (service) => {
      const id = await createPolicy(service, await createGroup(service), {
        scaling_policy_type: "RECURRENCE",
        scheduled_policy: {
          launch_time: "08:00",
          recurrence_type: "Weekly",
          recurrence_value: "1",
          end_time: "2027-01-01T00:00Z",
        },
        scaling_policy_action: { operation: "SET", instance_number: 3 },
      });
      const put = async (body: Json): Promise<Json> => {
        expect((await service.call("PUT", `scaling_policy/${id}`, body)).status).toBe(200);
        return getPolicy(service, id);
      };
      expect(await put({ scaling_policy_action: { instance_percentage: 30 } })).toMatchObject({
        scaling_policy_action: { operation: "SET", instance_percentage: 30 },
      });
      expect(await put({ scaling_policy_action: { operation: "ADD" } })).toMatchObject({
        scaling_policy_action: { operation: "ADD", instance_percentage: 30 },
      });
      expect(await put({ scheduled_policy: { launch_time: "09:00" } })).toMatchObject({
        scheduled_policy: { launch_time: "09:00", recurrence_value: "1", end_time: "2027-01-01T00:00Z" },
      });
    },
  },
} satisfies Record<string, Record<string, Check>>;
