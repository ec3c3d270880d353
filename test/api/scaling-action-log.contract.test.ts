import { describe, expect, it } from "vitest";
import { getAsGroup } from "../../provider/api/as-group";
import { listScalingActionLogs } from "../../provider/api/scaling-action-log";
import { valueOf } from "./support/either";
import { simulated } from "./support/simulated";

describe("scaling action logs", () => {
  it("tell finished and failed actions, the newest first, since a time", async () => {
    const { client, clock, runningGroup, simulator, letScale } = await simulated();
    const id = await runningGroup(1);
    const since = clock.now();
    simulator.admin.outside("failNextAction", { reason: "flavour-sold-out", scaling_group_id: id });
    simulator.admin.outside("setCapacity", { scaling_group_id: id, desire_instance_number: 2 });
    letScale();
    const all = await valueOf(listScalingActionLogs(client)(id));
    expect(all.map(({ status, instanceValue, desireValue }) => [status, instanceValue, desireValue])).toEqual(
      [
        ["FAIL", 1, 2],
        ["SUCCESS", 0, 1],
      ],
    );
    const recent = await valueOf(listScalingActionLogs(client)(id, { since }));
    expect(recent).toEqual(all.slice(0, 1));
    expect((await valueOf(getAsGroup(client)(id))).scalingGroupStatus).toBe("ERROR");
  });
});
