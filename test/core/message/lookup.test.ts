import { describe, expect, it } from "vitest";
import { misconfigured, notFound, refused, stopped, unreachable } from "../../../provider/core/error";
import { explainArguments, explainLookup } from "../../../provider/core/message/lookup";

const instances = { name: "getAsInstances", what: "instances", object: "AS group 62c26ad7" };

describe("a failed look-up", () => {
  it("says what does not exist, and what the service answered", () => {
    const gone = notFound({ operation: "list instances of AS group", code: "AS.2007" });
    expect(explainLookup(gone, instances).split("\n")).toEqual([
      "getAsInstances: AS group 62c26ad7 does not exist",
      "  the service answered AS.2007 to: list instances of AS group",
      "What you can do:",
      "  1. check that you are signed in to the project and region in which it is",
    ]);
  });

  it("says what was refused, and why", () => {
    const refusal = refused({
      operation: "list instances of AS group",
      status: 403,
      code: "AS.0011",
      text: "no",
    });
    expect(explainLookup(refusal, instances)).toMatch(
      /^getAsInstances: looking up instances of AS group 62c26ad7 failed: the service refused to list instances of AS group \(HTTP 403\)\n {2}AS\.0011: /,
    );
  });

  it("advises to run the program again, for nothing was changed", () => {
    const subject = { name: "getAsGroups", what: "AS groups" };
    const lost = unreachable({ operation: "list AS groups", reason: "ECONNRESET", neverSent: false });
    const lines = explainLookup(lost, subject).split("\n");
    expect(lines[0]).toBe("getAsGroups: looking up AS groups failed: no answer to: list AS groups");
    expect(lines.at(-1)).toBe("  2. run the program again");
    const busy = refused({ operation: "list AS groups", status: 429 });
    expect(explainLookup(busy, subject)).toContain("wait a minute and run the program again");
    expect(explainLookup(busy, subject)).not.toContain("pulumi up");
  });

  it("says how settings are given, and nothing more", () => {
    expect(
      explainLookup(misconfigured(["no project: set OS_PROJECT_ID"]), {
        name: "getAsQuotas",
        what: "quotas",
      }),
    ).toBe(
      "getAsQuotas: looking up quotas failed: the settings are not complete or not valid\n  no project: set OS_PROJECT_ID",
    );
  });

  it("says that a name is not unique", () => {
    const several = stopped("there are 2 AS groups of this name: a, b", ["look it up by its ID"]);
    expect(explainLookup(several, { name: "getAsGroup", object: "AS group web" })).toBe(
      "getAsGroup: looking up AS group web has stopped: there are 2 AS groups of this name: a, b\nWhat you can do:\n  1. look it up by its ID",
    );
  });
});

it("lists what is wrong with arguments", () => {
  expect(explainArguments("getAsGroup", ["one", "two"])).toBe(
    "getAsGroup: the arguments are not valid\n  one\n  two",
  );
});
