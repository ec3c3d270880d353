import { describe, expect, test } from "vitest";
import { totalTraffic, trafficOf, trafficSince } from "../../../tools/demo/traffic";

const V1 = "/autoscaling-api/v1/:projectId";

describe("the traffic that counters tell", () => {
  test("is every call, sign-ins included", () => {
    const as = { total: 3, byRoute: { [`GET ${V1}/scaling_group`]: 3 } };
    const iam = { total: 2, byRoute: { "POST /v3/auth/tokens": 2 } };
    expect(trafficOf({ as, iam })).toEqual({ calls: 5, writes: 0 });
  });

  test("knows writes from reads, and a tag query is a read", () => {
    const byRoute = {
      [`GET ${V1}/scaling_group/:id`]: 7,
      [`POST ${V1}/scaling_group_tag/resource_instances/action`]: 5,
      [`POST ${V1}/scaling_group_tag/:id/tags/action`]: 1,
      [`PUT ${V1}/scaling_group/:id`]: 2,
      [`DELETE ${V1}/scaling_group/:id`]: 4,
    };
    expect(trafficOf({ as: { total: 19, byRoute }, iam: { total: 0, byRoute: {} } })).toEqual({
      calls: 19,
      writes: 7,
    });
  });
});

test("traffic is told apart by time and added up over acts", () => {
  expect(trafficSince({ calls: 10, writes: 3 }, { calls: 14, writes: 4 })).toEqual({ calls: 4, writes: 1 });
  expect(
    totalTraffic([
      { calls: 4, writes: 1 },
      { calls: 8, writes: 3 },
    ]),
  ).toEqual({ calls: 12, writes: 4 });
  expect(totalTraffic([])).toEqual({ calls: 0, writes: 0 });
});
