import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LiveFacts } from "../../provider/core/as-group/facts";
import {
  type AsError,
  interrupted,
  locked,
  malformed,
  misconfigured,
  notFound,
  refreshHalted,
  refused,
  scalingFailed,
  signInFailed,
  stopped,
  timedOut,
  undecodable,
  unreachable,
} from "../../provider/core/error";
import { explain, type MessageContext } from "../../provider/core/message";

const SEED = 20261124;
const SECRET = "hunter2";

describe("explain any error", () => {
  const text = fc.constantFrom("text", "more text", "AS.2007", "3 instances in service");
  const maybe = (key: string) => fc.record({ [key]: text }, { requiredKeys: [] });
  const found = fc.array(
    fc.record({ path: fc.constantFrom("", "a", "a[0].b"), expected: text, found: fc.constant(SECRET) }),
  );
  const change = fc.record({
    field: fc.constantFrom("networks" as const, "lbListenerId" as const),
    from: text,
    to: text,
    lockClass: fc.constantFrom("dormant" as const, "settled" as const),
    unmet: fc.array(text, { minLength: 1 }),
  });
  const someFacts = fc.record<LiveFacts>({
    scalingGroupStatus: fc.constantFrom("INSERVICE", "PAUSED", "ERROR", "DELETING"),
    currentInstanceNumber: fc.nat(5),
    desireInstanceNumber: fc.nat(5),
    isScaling: fc.boolean(),
  });
  const status = fc.constantFrom(400, 401, 403, 404, 409, 429, 500, 503);
  const outcome = fc.record({ undone: fc.boolean(), done: text, left: text });
  const errors: { readonly [Tag in AsError["_tag"]]: fc.Arbitrary<AsError> } = {
    Refused: fc
      .tuple(text, status, maybe("code"), maybe("text"))
      .map(([operation, code, ...rest]) => refused({ operation, status: code, ...rest[0], ...rest[1] })),
    NotFound: fc.tuple(text, maybe("code")).map(([operation, code]) => notFound({ operation, ...code })),
    SignInFailed: text.map(signInFailed),
    Unreachable: fc.record({ operation: text, reason: text, neverSent: fc.boolean() }).map(unreachable),
    Undecodable: fc.tuple(text, found).map(([operation, mismatches]) => undecodable(operation, mismatches)),
    Misconfigured: fc.array(text).map(misconfigured),
    Malformed: fc
      .tuple(fc.constantFrom("arguments" as const, "recorded state" as const), found)
      .map(([what, mismatches]) => malformed(what, mismatches)),
    Locked: fc
      .tuple(fc.array(change, { minLength: 1 }), someFacts)
      .map(([changes, live]) => locked(changes, live)),
    TimedOut: fc
      .tuple(fc.record({ wanted: text, last: text, seconds: fc.nat(90_000) }), maybe("evidence"))
      .map(([fields, evidence]) => timedOut({ ...fields, ...evidence })),
    ScalingFailed: fc.record({ wanted: text, last: text, evidence: text }).map(scalingFailed),
    Interrupted: outcome.map((fields) => interrupted({ cause: stopped("a reason"), ...fields })),
    RefreshHalted: fc
      .tuple(
        fc.nat(9),
        fc.record({ left: fc.array(text, { maxLength: 3 }), group: text, owed: text }, { requiredKeys: [] }),
      )
      .map(([total, seen]) => refreshHalted({ cause: stopped("a reason"), total, ...seen })),
    Stopped: fc.tuple(text, fc.array(text)).map(([reason, next]) => stopped(reason, next)),
  };
  const anyContext = fc
    .tuple(
      fc.record({ doing: fc.constantFrom("creating", "updating", "deleting", "comparing"), name: text }),
      maybe("id"),
      fc.option(someFacts, { nil: undefined }),
    )
    .map(([fields, id, live]): MessageContext => ({
      ...fields,
      ...id,
      ...(live === undefined ? {} : { facts: live }),
    }));

  it.each(Object.entries(errors))(
    "%s: names the group first, has no empty line, no undefined, no full stop and no refused value",
    (_, anyError) => {
      fc.assert(
        fc.property(anyError, anyContext, (error, where) => {
          const all = explain(error, where).split("\n");
          expect(all[0]).toMatch(/^AS group [^:]+: ./);
          for (const line of all) {
            expect(line).toMatch(/^( {2})?\S.*[^.\s]$/);
            expect(line).not.toMatch(/undefined|\[object|NaN|hunter2/);
          }
        }),
        { seed: SEED },
      );
    },
  );
});
