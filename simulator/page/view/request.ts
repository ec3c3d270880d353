/** How a call in the request log is shown. Pure. */
import type { LoggedRequest } from "../../src/page/feed.js";
import type { Tone } from "./group.js";
import { timeOfDay } from "./time.js";

/** A call in the log. */
export interface RequestView {
  readonly seq: string;
  readonly time: string;
  readonly method: string;
  /** Without what is the same in all calls. */
  readonly path: string;
  readonly outcome: string;
  readonly tone: Tone;
  /** JSON of a write to AS; undefined when there is none. */
  readonly body: string | undefined;
}

/** Which calls are wanted. */
export type RequestFilter = "all" | "writes" | "failures";

const shortPath = (path: string): string => path.replace(/^\/autoscaling-api\/(v[12])\/[^/]+\//, "$1/");

function withQuery(path: string, query: LoggedRequest["query"]): string {
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return text === "" ? path : `${path}?${text}`;
}

function outcomeOf({ outcome, status, code }: LoggedRequest): string {
  if (outcome === "pending") return "under way";
  const answer = [
    ...(status === undefined ? ["no answer"] : [String(status)]),
    ...(code === undefined ? [] : [code]),
  ];
  return `${answer.join(" ")}${outcome === "answered" ? "" : ` (fault: ${outcome})`}`;
}

const hasFailed = ({ outcome, status }: LoggedRequest): boolean =>
  outcome !== "pending" && (outcome !== "answered" || (status ?? 0) >= 400);

function toneOf(request: LoggedRequest): Tone {
  if (request.outcome === "pending") return "busy";
  return hasFailed(request) ? "bad" : "good";
}

const isWrite = ({ service, method }: LoggedRequest): boolean => service === "as" && method !== "GET";

const wanted: Readonly<Record<RequestFilter, (request: LoggedRequest) => boolean>> = {
  all: () => true,
  writes: isWrite,
  failures: hasFailed,
};

/** The calls that a filter lets through, the newest first. */
export function requestsMatching(
  requests: Iterable<LoggedRequest>,
  filter: RequestFilter,
): readonly LoggedRequest[] {
  return [...requests].filter(wanted[filter]).sort((one, other) => other.seq - one.seq);
}

/** A call as the log shows it. */
export function requestView(request: LoggedRequest): RequestView {
  const { seq, simulatedAt, method, path, query, body } = request;
  return {
    seq: String(seq),
    time: timeOfDay(Date.parse(simulatedAt)),
    method,
    path: withQuery(shortPath(path), query),
    outcome: outcomeOf(request),
    tone: toneOf(request),
    body: body === undefined ? undefined : JSON.stringify(body, null, 2),
  };
}
