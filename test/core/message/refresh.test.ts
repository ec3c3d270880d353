import { describe, expect, it } from "vitest";
import { type RefreshHalted, refreshHalted, stopped, timedOut } from "../../../provider/core/error";
import { explain } from "../../../provider/core/message";

const cause = timedOut({ wanted: "5 instances in service", last: "3 of 5", seconds: 3600 });

const lines = (fields: Partial<Omit<RefreshHalted, "_tag">>): readonly string[] =>
  explain(refreshHalted({ cause, total: 7, ...fields }), { doing: "updating", name: "web-1a2b3c4" }).split(
    "\n",
  );

describe("explain what a refresh of instances leaves behind", () => {
  it("tells how many are replaced, which are still old, what the group is like and what the next run does", () => {
    expect(
      lines({ left: ["ecs-5", "ecs-6"], group: "INSERVICE, 5 instances", owed: "maximum 5, now 7" }),
    ).toEqual([
      "AS group web-1a2b3c4: the instance refresh has halted: replacing instances has waited 1h for 5 instances in service",
      "  last seen: 3 of 5",
      "  5 of 7 old instances are replaced; still old: ecs-5, ecs-6",
      "  the next `pulumi up` goes on with those that are still old",
      "  the live group: INSERVICE, 5 instances",
      "  the next `pulumi up` gives back: maximum 5, now 7",
      "What you can do:",
      "  1. run `pulumi up` again: it goes on from the live group",
      "  2. allow more time: timeout",
    ]);
  });

  it("tells that all are replaced, and that only the end is missing", () => {
    expect(lines({ left: [] })).toContain(
      "  7 of 7 old instances are replaced; the next `pulumi up` ends the refresh",
    );
  });

  it("tells what it knows when the group could not be read", () => {
    expect(lines({})).toContain("  old instances at the beginning of this run: 7");
  });

  it("advises to run again, where the cause does not", () => {
    expect(lines({ cause: stopped("a reason", ["do something"]) }).slice(-2)).toEqual([
      "  1. do something",
      "  2. run `pulumi up` again: it goes on from the live group",
    ]);
  });
});
