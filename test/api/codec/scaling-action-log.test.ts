import { describe, expect, it } from "vitest";
import { scalingActionLogPage } from "../../../provider/api/codec/scaling-action-log";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

describe("a page of scaling action logs", () => {
  it("has finished and running actions", () => {
    expect(right(scalingActionLogPage.decode(fixture("scaling-action-log-page")))).toStrictEqual({
      totalNumber: 2,
      scalingActivityLog: [
        {
          id: "0a0b0c0d-1111-4e79-9da9-6a35e2709150",
          status: "FAIL",
          startTime: "2026-07-23T02:46:29Z",
          endTime: "2026-07-23T02:48:09Z",
          instanceValue: 0,
          desireValue: 2,
          instanceFailedList: [
            { failedReason: "the flavor is sold out", failedDetails: "AS.2038" },
            { failedReason: "the flavor is sold out", failedDetails: "AS.2038" },
            { failedReason: "out of addresses" },
          ],
        },
        {
          id: "1a1b1c1d-2222-4e79-9da9-6a35e2709150",
          status: "DOING",
          startTime: "2026-07-23T03:00:00Z",
          instanceValue: 2,
          desireValue: 3,
          instanceFailedList: [],
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
