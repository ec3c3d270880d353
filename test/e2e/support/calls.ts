/** Calls that a simulator has received, in a form that tests can state. */
import type { LoggedRequest } from "../../../simulator/src";
import type { Run } from "../../../tools/engine/stack";

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

const ID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g;

const routeOf = ({ path }: LoggedRequest): string =>
  path.replace(/^\/autoscaling-api\/v\d\/[^/]+\//, "").replace(ID, "*");

/** A tag query is a read that is sent as a POST. */
const isRead = (request: LoggedRequest): boolean =>
  request.method === "GET" || request.path.endsWith("/resource_instances/action");

const isSignIn = ({ method, path }: LoggedRequest): boolean =>
  method === "POST" && path === "/v3/auth/tokens";

export function summarize(requests: readonly LoggedRequest[]): Calls {
  const toAs = requests.filter(({ service }) => service === "as");
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

/** The listing of groups, and the query for the tags of many, as `reads` names them. */
export const LISTING = "scaling_group";
export const TAG_QUERY = "scaling_group_tag/resource_instances/action";

/** The same call again and again. */
export const times = (count: number, call: string): readonly string[] => Array<string>(count).fill(call);

/** For so long one answer serves all groups of a run. */
const SHARED_SECONDS = 3;

/** How often what all groups share is read in a run at most. */
export const sharedLooks = ({ seconds }: Run): number => 1 + Math.floor(seconds / SHARED_SECONDS);
