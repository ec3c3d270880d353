import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AsGroup, AsInstance } from "../../../provider/core/as-group/model";
import { attachment, protection } from "../../../provider/core/instance-claim/claim";
import {
  attachmentObstacles,
  claimMessages,
  compareClaim,
  heldAmong,
  stillHeld,
} from "../../../provider/core/instance-claim/compare";

const SEED = 20261124;

const member = (instanceId: string, more: Partial<AsInstance> = {}): AsInstance => ({
  instanceId,
  lifeCycleState: "INSERVICE",
  healthStatus: "NORMAL",
  protectFromScalingDown: false,
  ...more,
});

describe("an attachment", () => {
  it("attaches what is not a member, takes out what the program dropped, and leaves others alone", () => {
    const members = [member("a"), member("b"), member("theirs")];
    expect(compareClaim(attachment, ["b", "c", "d"], ["a", "b", "c"], members)).toEqual({
      grant: ["c", "d"],
      withdraw: ["a"],
      drifted: ["c"],
      departed: [],
      strangers: [],
    });
  });

  it.each(["REMOVING", "REMOVING_WAIT"])("does not hold what is leaving: %s", (lifeCycleState) => {
    const members = [member("a", { lifeCycleState })];
    expect(compareClaim(attachment, ["a"], ["a"], members).drifted).toEqual(["a"]);
    expect(compareClaim(attachment, [], ["a"], members).withdraw).toEqual([]);
  });

  it("holds what is still on its way", () => {
    expect(heldAmong(attachment, ["a"], [member("a", { lifeCycleState: "PENDING_WAIT" })])).toEqual(["a"]);
  });
});

describe("a protection", () => {
  const members = [member("a", { protectFromScalingDown: true }), member("b")];

  it("tells members from those that have left and those that never were there", () => {
    expect(compareClaim(protection, ["a", "b", "gone", "new"], ["a", "b", "gone"], members)).toEqual({
      grant: ["b"],
      withdraw: [],
      drifted: ["b"],
      departed: ["gone"],
      strangers: ["new"],
    });
  });

  it("is recorded without those that lost it, but with those that have left", () => {
    expect(stillHeld(protection, ["a", "b", "gone"], members)).toEqual(["a", "gone"]);
  });
});

it("is satisfied once its own grants and withdrawals are made, whatever the group holds besides", () => {
  const ids = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e"));
  fc.assert(
    fc.property(ids, ids, ids, (wanted, recorded, live) => {
      const before = compareClaim(
        attachment,
        wanted,
        recorded,
        live.map((id) => member(id)),
      );
      const after = [...live, ...before.grant].filter((id) => !before.withdraw.includes(id));
      const now = after.map((id) => member(id));
      expect(compareClaim(attachment, wanted, wanted, now)).toMatchObject({ grant: [], withdraw: [] });
      expect(after.filter((id) => !wanted.includes(id))).toEqual(
        live.filter((id) => !wanted.includes(id) && !recorded.includes(id)),
      );
    }),
    { seed: SEED },
  );
});

describe("what the user is told", () => {
  it("names all instances of one concern in one sentence", () => {
    const comparison = { grant: [], withdraw: [], drifted: ["a", "b"], departed: [], strangers: ["c"] };
    expect(claimMessages(protection, comparison)).toEqual([
      "changed outside of Pulumi: instances a, b are not protected any more; up protects them again",
      "instance c is not in the group now: only members can be protected (AS.4006)",
    ]);
  });

  it("is nothing while the group has room and scales", () => {
    const group = {
      scalingGroupStatus: "INSERVICE",
      minInstanceNumber: 1,
      maxInstanceNumber: 2,
    } as AsGroup;
    const comparison = { grant: ["b"], withdraw: [], drifted: [], departed: [], strangers: [] };
    expect(attachmentObstacles(comparison, group, [member("a")])).toEqual([]);
  });
});
