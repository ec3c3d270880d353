import { describe, expect, it } from "vitest";
import { scalingActionLogPage } from "../../../provider/api/codec/scaling-action-log";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

const noLists = {
  instanceAddedList: [],
  instanceRemovedList: [],
  instanceDeletedList: [],
  instanceFailedList: [],
  instanceStandbyList: [],
  lbBindSuccessList: [],
  lbBindFailedList: [],
  lbUnbindSuccessList: [],
  lbUnbindFailedList: [],
};

describe("a page of scaling action logs", () => {
  it("has finished and running actions", () => {
    expect(right(scalingActionLogPage.decode(fixture("scaling-action-log-page")))).toStrictEqual({
      totalNumber: 2,
      scalingActivityLog: [
        {
          id: "0a0b0c0d-1111-4e79-9da9-6a35e2709150",
          status: "FAIL",
          type: "NORMAL",
          startTime: "2026-07-23T02:46:29Z",
          endTime: "2026-07-23T02:48:09Z",
          instanceValue: 0,
          desireValue: 2,
          scalingValue: 2,
          description:
            '{"reason":[{"change_reason":"MANNUAL","old_value":0,"new_value":2,"change_time":"2026-07-23T02:46:26Z"}]}',
          ...noLists,
          instanceFailedList: [
            {
              instanceName: "web-ONQE551S",
              failedReason: "the flavor is sold out",
              failedDetails: "AS.2038",
              instanceConfig: "c",
            },
            {
              instanceName: "web-ONQE551T",
              failedReason: "the flavor is sold out",
              failedDetails: "AS.2038",
            },
            { instanceName: "web-ONQE551U", failedReason: "out of addresses" },
          ],
        },
        {
          id: "1a1b1c1d-2222-4e79-9da9-6a35e2709150",
          status: "DOING",
          type: "MODIFY_ELB",
          startTime: "2026-07-23T03:00:00Z",
          instanceValue: 2,
          desireValue: 3,
          scalingValue: 1,
          ...noLists,
          lbBindSuccessList: [
            {
              lbaasListener: {
                poolId: "1f0a9dd8-3333-4432-8ca2-49adc75aa662",
                protocolPort: 8082,
                weight: 3,
              },
            },
          ],
          lbUnbindSuccessList: [{ listener: "2f0a9dd8-4444-4432-8ca2-49adc75aa662" }],
          lbUnbindFailedList: [
            {
              lbaasListener: {
                listenerId: "3f0a9dd8-5555-4432-8ca2-49adc75aa662",
                poolId: "4f0a9dd8-6666-4432-8ca2-49adc75aa662",
                protocolPort: 80,
                weight: 1,
              },
              failedReason: "the pool is gone",
              failedDetails: "AS.2040",
            },
          ],
        },
      ],
    });
  });

  it("is refused with the place that is wrong", () => {
    const log = { id: "l", status: "FAIL", start_time: "2026-07-23T02:46:29Z", instance_value: "0" };
    expect(refusals(scalingActionLogPage, { scaling_activity_log: [log], total_number: 1 })).toEqual([
      "scaling_activity_log[0].instance_value: an integer",
      "scaling_activity_log[0].desire_value: an integer",
    ]);
  });
});
