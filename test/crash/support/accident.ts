/** Accidents: what can become of one call of a command. */
import * as E from "fp-ts/Either";
import type { FaultSpec } from "otc-as-simulator";
import type { HttpRequest } from "../../../provider/api/http";
import type { Ended, Stack } from "../../support/engine";
import type { SharedWorld } from "../../support/simulated";

interface Happening {
  /** The process dies before the call, or when it has been carried out. */
  readonly dies?: "before" | "after";
  /** What the service does to this call, and to its repetitions. */
  readonly fault?: Omit<FaultSpec, "match">;
}

const kinds = {
  "killed before": { dies: "before" },
  "killed after": { dies: "after" },
  "response lost": { fault: { effect: { kind: "lost" } } },
  "500 for good": { fault: { effect: { kind: "status", status: 500 }, times: Number.POSITIVE_INFINITY } },
  "AS.0003 three times": {
    fault: { effect: { kind: "status", status: 400, code: "AS.0003" }, times: 3 },
  },
} as const satisfies Record<string, Happening>;

/** The ways in which a call can go wrong. */
type AccidentKind = keyof typeof kinds;

export const accidentKinds = Object.keys(kinds) as readonly AccidentKind[];

/** What happens to one call of a command. */
export interface Accident {
  /** Counts from 1. */
  readonly at: number;
  readonly kind: AccidentKind;
}

/** Codes of AS are not heard from the identity service. */
export const canMeet = (kind: AccidentKind, { operation }: HttpRequest): boolean =>
  kind !== "AS.0003 three times" || operation !== "sign in";

/** A command that has ended, and what it has sent. */
export interface Observed {
  readonly ended: Ended;
  /** In order. */
  readonly calls: readonly HttpRequest[];
  /** Tokens that it has had. */
  readonly tokens: readonly string[];
}

/** Runs a command of the stack, to one of whose calls an accident may happen. */
export const observe = async (
  { simulator: { admin } }: SharedWorld,
  stack: Stack,
  command: () => Promise<Ended>,
  accident?: Accident,
): Promise<Observed> => {
  const calls: HttpRequest[] = [];
  const tokens: string[] = [];
  stack.onCalls(async (request, send) => {
    calls.push(request);
    const happening: Happening = accident?.at === calls.length ? kinds[accident.kind] : {};
    if (happening.dies === "before") return stack.kill();
    if (happening.fault !== undefined)
      admin.fault({
        match: { method: request.method, path: new URL(request.url).pathname },
        ...happening.fault,
      });
    const answer = await send();
    const token = E.isRight(answer) ? answer.right.headers["x-subject-token"] : undefined;
    if (token !== undefined) tokens.push(token);
    return happening.dies === "after" ? stack.kill() : answer;
  });
  const ended = await command();
  stack.onCalls(undefined);
  admin.clearFaults();
  return { ended, calls, tokens };
};
