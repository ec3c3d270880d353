/** What becomes of a read that is answered with a general code once, and that the error catalogue says so. */
import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { getAsGroup } from "../../provider/api/as-group";
import { generalCodes } from "../../provider/core/as-code/general";
import { handled } from "../../provider/core/as-code/handling";
import { simulated } from "./support/simulated";

/** The statuses of the documents that are not 400. */
const STATUSES: Readonly<Record<string, number>> = {
  "AS.0001": 500,
  "AS.0005": 401,
  "AS.0006": 401,
  "AS.0007": 404,
  "AS.0011": 403,
  "AS.0033": 404,
  "AS.0049": 500,
};

/** What the reader of a group gets whose first request is answered with this code. */
const outcomeOf = async (code: string): Promise<string> => {
  const { client, pausedGroup, simulator } = await simulated();
  const id = await pausedGroup();
  simulator.admin.fault({
    match: { method: "GET", path: "/autoscaling-api/v1/*/scaling_group/*" },
    effect: { kind: "status", status: STATUSES[code] ?? 400, code },
  });
  const read = await getAsGroup(client)(id)();
  return E.isRight(read) ? "read" : read.left._tag;
};

/** What the catalogue makes of it: a code without a handling stops the package. */
const told = (code: string): string => {
  if (handled.goneAnywhere.codes.some((name) => name === code)) return "NotFound";
  return [handled.renewed, handled.failedInside].some(({ codes }) => codes.some((name) => name === code))
    ? "read"
    : "Refused";
};

describe("a read that is answered once with", () => {
  it.each(Object.keys(generalCodes))("%s ends as the error catalogue says", async (code) => {
    expect(await outcomeOf(code)).toBe(told(code));
  });
});
