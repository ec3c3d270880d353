/** Calls that a simulator has received, in a form that tests can state. */
import type { LoggedRequest } from "../../../simulator/src";

/** Reads and writes apart, because waiting repeats reads. */
export interface Calls {
  readonly signIns: number;
  /** `METHOD path` in order of arrival, with `*` for ids. */
  readonly writes: readonly string[];
  /** The bodies of the writes that have one, in order of arrival. */
  readonly bodies: readonly unknown[];
  /** How many reads of each `path`, with `*` for ids. */
  readonly reads: Readonly<Record<string, number>>;
}

/** When they came, too: what groups share depends on the time. */
export interface TimedCalls extends Calls {
  /** How often the listing of groups was begun; a look reads all of its pages. */
  readonly looks: number;
  /** Whether a look at the listing was begun before the one before had asked for all of its pages. */
  readonly looksOverlap: boolean;
  /** From the first call to AS to the last one; without the start of the engine and its end. */
  readonly seconds: number;
}

const ID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g;

const routeOf = ({ path }: LoggedRequest): string =>
  path.replace(/^\/autoscaling-api\/v\d\/[^/]+\//, "").replace(ID, "*");

/** A tag query is a read that is sent as a POST. */
const isRead = (request: LoggedRequest): boolean =>
  request.method === "GET" || request.path.endsWith("/resource_instances/action");

const isSignIn = ({ method, path }: LoggedRequest): boolean =>
  method === "POST" && path === "/v3/auth/tokens";

/** Where the pages of the listing begin that were asked for, in order of arrival. */
const pagesOf = (requests: readonly LoggedRequest[]): readonly number[] =>
  requests
    .filter((request) => request.method === "GET" && routeOf(request) === LISTING)
    .map(({ query }) => Number(query["start_number"] ?? 0));

/** A page that comes twice before the next first page is one of two looks that go on together. */
function overlap(pages: readonly number[]): boolean {
  let look = new Set<number>();
  return pages.some((page) => {
    if (page === 0) look = new Set();
    const isRepeated = look.has(page);
    look.add(page);
    return isRepeated;
  });
}

function secondsBetween(first: LoggedRequest | undefined, last: LoggedRequest | undefined): number {
  return first === undefined || last === undefined ? 0 : (Date.parse(last.at) - Date.parse(first.at)) / 1000;
}

const toAsIn = (requests: readonly LoggedRequest[]): readonly LoggedRequest[] =>
  requests.filter(({ service }) => service === "as");

export function summarize(requests: readonly LoggedRequest[]): Calls {
  const toAs = toAsIn(requests);
  const reads: Record<string, number> = {};
  for (const route of toAs.filter(isRead).map(routeOf)) reads[route] = (reads[route] ?? 0) + 1;
  const writes = toAs.filter((request) => !isRead(request));
  return {
    signIns: requests.filter(isSignIn).length,
    writes: writes.map((request) => `${request.method} ${routeOf(request)}`),
    bodies: writes.map(({ body }) => body).filter((body) => body !== undefined),
    reads,
  };
}

export function summarizeTimed(requests: readonly LoggedRequest[]): TimedCalls {
  const toAs = toAsIn(requests);
  const pages = pagesOf(toAs);
  return {
    ...summarize(requests),
    looks: pages.filter((page) => page === 0).length,
    looksOverlap: overlap(pages),
    seconds: secondsBetween(toAs.at(0), toAs.at(-1)),
  };
}

/** The listing of groups, and the query for the tags of many, as `reads` names them. */
export const LISTING = "scaling_group";
export const TAG_QUERY = "scaling_group_tag/resource_instances/action";

/** The same call again and again. */
export const times = (count: number, call: string): readonly string[] => Array<string>(count).fill(call);

/** For so long one answer serves all groups of a run. */
const SHARED_SECONDS = 3;

/** How often what all groups share is read for these calls at most. */
export const sharedLooks = ({ seconds }: TimedCalls): number => 1 + Math.floor(seconds / SHARED_SECONDS);
