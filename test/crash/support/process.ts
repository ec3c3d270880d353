/** Processes of the provider: each begins with nothing in memory, and may meet an accident at one of its calls. */
import type { Http, HttpRequest } from "../../../provider/api/http";
import { asGroup } from "../../../provider/runtime";
import { beginProcess } from "../../../provider/runtime/process";
import type { World } from "./world";

/** What happens to one call of a process. */
export interface Accident {
  /** Counts from 1. */
  readonly at: number;
  readonly kind: AccidentKind;
}

/** The ways in which a call can go wrong. */
export type AccidentKind = keyof typeof kinds;

interface Happening {
  /** The process dies before the call, or when it has been carried out. */
  readonly dies?: "before" | "after";
  /** What the service does to this call, and to its repetitions. */
  readonly fault?: Parameters<World["simulator"]["admin"]["fault"]>[0] extends infer Spec
    ? Omit<Spec, "match">
    : never;
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

export const accidentKinds = Object.keys(kinds) as readonly AccidentKind[];

/** Codes of AS are not heard from the identity service. */
export const canMeet = (kind: AccidentKind, { operation }: HttpRequest): boolean =>
  kind !== "AS.0003 three times" || operation !== SIGN_IN;

/** How a process ended. */
type Ending =
  | { readonly kind: "done" }
  | { readonly kind: "killed" }
  | { readonly kind: "failed"; readonly message: string };

/** A process that has ended. */
export interface Ended {
  readonly ending: Ending;
  /** Its calls in order. */
  readonly calls: readonly HttpRequest[];
  /** Tokens that it has had. */
  readonly tokens: readonly string[];
}

const SIGN_IN = "sign in";
const never = new Promise<never>(() => undefined);

const messageOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) throw new Error("something else than an Error was thrown");
  return thrown.message;
};

/** Runs an action in a process of its own. Once dead, a process neither sends nor waits nor returns. */
export const runInProcess = async (
  world: World,
  action: () => Promise<void>,
  accident?: Accident,
): Promise<Ended> => {
  const calls: HttpRequest[] = [];
  const tokens: string[] = [];
  let alive = true;
  const isDead = (): boolean => !alive;
  let die: (ending: Ending) => void = () => undefined;
  const death = new Promise<Ending>((resolve) => {
    die = resolve;
  });
  const end = (): void => {
    alive = false;
    die({ kind: "killed" });
  };

  const http: Http = (request) => async () => {
    if (isDead()) return never;
    calls.push(request);
    const happening: Happening = accident?.at === calls.length ? kinds[accident.kind] : {};
    if (happening.dies === "before") {
      end();
      return never;
    }
    if (happening.fault !== undefined) {
      const match = { method: request.method, path: new URL(request.url).pathname };
      world.simulator.admin.fault({ match, ...happening.fault });
    }
    const answer = await world.http(request)();
    if (answer._tag === "Right") tokens.push(answer.right.headers["x-subject-token"] ?? "");
    if (happening.dies === "after") end();
    return isDead() ? never : answer;
  };
  const sleep = (milliseconds: number): Promise<void> =>
    isDead() ? never : world.clock.sleep(milliseconds).then(() => (isDead() ? never : undefined));

  beginProcess({
    variables: world.variables,
    clock: { now: world.clock.now, sleep },
    http: () => http,
    random: () => 0.5,
  });
  await asGroup.configure({ config: { get: () => undefined } });
  const life = action().then(
    (): Ending => ({ kind: "done" }),
    (thrown: unknown): Ending => ({ kind: "failed", message: messageOf(thrown) }),
  );
  const ending = await Promise.race([life, death]);
  world.simulator.admin.clearFaults();
  return { ending, calls, tokens: tokens.filter((token) => token !== "") };
};
