import * as O from "fp-ts/Option";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ownJournalIn,
  refreshJournalIn,
  refreshTags,
  type RefreshJournal,
} from "../../../provider/core/instance-refresh/journal";
import {
  capacityWithout,
  movingNumbers,
  outstandingOf,
  withoutRefresh,
} from "../../../provider/core/instance-refresh/numbers";
import { tagProblems } from "../../../provider/core/as-group/tags";
import { group } from "../../support/as-group";

const journal = (more: Partial<RefreshJournal> = {}): RefreshJournal => ({
  capacity: { min: 2, desired: 3, max: 4 },
  moved: { min: 2, max: 5 },
  offset: 2,
  mark: 1_769_860_800,
  owner: "0123abcd",
  ...more,
});

const MOST_INSTANCES = 1000;
const number = fc.nat(MOST_INSTANCES);

describe("the refresh journal", () => {
  it("is one tag of compact numbers", () => {
    expect(refreshTags(journal())).toEqual({ "pulumi-refresh": "v1_2_3_4_2_5_2_t9q9c0_0123abcd" });
  });

  it("is read as it was written, and fits into a tag, whatever the numbers", () => {
    const anyJournal = fc.record<RefreshJournal>({
      capacity: fc.record({ min: number, desired: number, max: number }),
      moved: fc.record({ min: number, max: number }),
      offset: fc.integer({ min: -MOST_INSTANCES, max: MOST_INSTANCES }),
      mark: fc.nat(4_000_000_000),
      owner: fc.constantFrom("00000000", "ffffffff"),
    });
    fc.assert(
      fc.property(anyJournal, (written) => {
        const tags = refreshTags(written);
        // The key is reserved for this package, so that only the value is a tag of a program.
        expect(tagProblems({ value: tags["pulumi-refresh"] })).toEqual([]);
        expect(refreshJournalIn({ other: "tag", ...tags })).toEqual(O.some(written));
      }),
      { seed: 20261124 },
    );
  });

  it.each([{}, { "pulumi-refresh": "" }, { "pulumi-refresh": "v2_2_3_4_2_5_2_t9pz40_0123abcd" }])(
    "is not found in %j",
    (tags) => {
      expect(refreshJournalIn(tags)).toEqual(O.none);
    },
  );

  it("is told from that of another owner", () => {
    expect(O.isSome(ownJournalIn(refreshTags(journal()), "0123abcd"))).toBe(true);
    expect(O.isSome(ownJournalIn(refreshTags(journal()), "99999999"))).toBe(false);
  });
});

describe("the numbers without a refresh", () => {
  it.each([
    ["before it has moved the desired number", 3, 2, 0, 3],
    ["while its surge is there", 5, 2, 2, 3],
    ["after a part of the surge was taken back", 4, 2, 1, 3],
    ["when a policy has added to the surge", 6, 2, 2, 4],
    ["when a policy has reduced the group below where it began", 2, 2, 0, 2],
    ["between batches, when a policy has added", 4, 0, 0, 4],
    ["while removed instances are missing", 2, -1, -1, 3],
    ["when they are asked for again", 3, -1, 0, 3],
  ])("%s", (_, desired, offset, outstanding, without) => {
    const live = { min: 2, desired, max: 9 };
    const known = journal({ offset, moved: { min: 2, max: 9 }, capacity: { min: 1, desired: 3, max: 6 } });
    expect(outstandingOf(known, live)).toBe(outstanding);
    expect(capacityWithout(known, live)).toEqual({ min: 1, desired: without, max: 6 });
  });

  it("keeps bounds that somebody else has set meanwhile", () => {
    expect(capacityWithout(journal(), { min: 1, desired: 5, max: 8 })).toEqual({
      min: 1,
      desired: 3,
      max: 8,
    });
  });

  it("never has a maximum below the minimum that somebody else has set", () => {
    expect(capacityWithout(journal(), { min: 5, desired: 5, max: 5 })).toEqual({
      min: 5,
      desired: 5,
      max: 5,
    });
  });

  it("are those of the group where there is no journal", () => {
    expect(withoutRefresh(group(), { env: "prod" })).toEqual(group());
  });

  it("are reached by a modification of exactly what differs", () => {
    const from = { min: 2, desired: 5, max: 5 };
    expect(movingNumbers(from, { min: 2, desired: 3, max: 4 })).toEqual({
      desireInstanceNumber: 3,
      maxInstanceNumber: 4,
    });
    expect(movingNumbers(from, from)).toEqual({});
  });
});
