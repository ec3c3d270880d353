import { expect, it } from "vitest";
import { readGroups } from "../../../cli/adopt/live";
import type { AsClient } from "../../../provider/api/client";
import { valueOf } from "../../api/support/either";
import { simulated } from "../../api/support/simulated";

/** Four readings belong to a group: its tags, policies, hooks and notifications. */
const READINGS = 4;

it("all groups are read five at a time, in the order of their names", async () => {
  const { client, pausedGroup } = await simulated();
  const names = Array.from({ length: 12 }, (_, index) => `web-${String.fromCharCode(97 + index)}`);
  for (const scalingGroupName of [...names].reverse()) await pausedGroup({ scalingGroupName });
  let open = 0;
  let most = 0;
  const counting: AsClient = {
    ...client,
    request: (request) => async () => {
      open += 1;
      most = Math.max(most, open);
      const answer = await client.request(request)();
      open -= 1;
      return answer;
    },
  };
  const { groups } = await valueOf(readGroups(counting, { all: true }));
  expect(groups.map(({ group }) => group.name)).toEqual(names);
  expect(most).toBe(5 * READINGS);
});
