/** The administration of the simulator, as the page uses it. */
import type { Fault, FeedPage } from "../src/page/feed.js";
import type { OutsideChange } from "./view/change.js";

const ADDRESS = "/_simulator";

/** There was no answer at all. */
export class NoAnswer extends Error {}

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${ADDRESS}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw new NoAnswer("the simulator does not answer");
  });
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  if (response.ok) return answer;
  const { error } = answer as { readonly error: string };
  throw new Error(error);
}

/** What is new since the answer before; everything when there was none. */
export async function readFeed(held: Pick<FeedPage, "run" | "cursor">): Promise<FeedPage> {
  const query = held.run === "" ? "" : `?run=${held.run}&cursor=${String(held.cursor)}`;
  return (await call("GET", `/feed${query}`)) as FeedPage;
}

/** The names of all outside changes. */
export async function outsideChangeNames(): Promise<readonly string[]> {
  const { changes } = (await call("GET", "/outside")) as { readonly changes: readonly string[] };
  return changes;
}

/** Makes a change and returns its result. */
export async function makeChange({ name, body }: Omit<OutsideChange, "label">): Promise<unknown> {
  const { result } = (await call("POST", `/outside/${name}`, body)) as { readonly result: unknown };
  return result;
}

export const setFault = (fault: Pick<Fault, "match" | "effect" | "times">): Promise<unknown> =>
  call("POST", "/faults", fault);
export const clearFault = (id: string): Promise<unknown> => call("DELETE", `/faults/${id}`);
export const clearRequests = (): Promise<unknown> => call("DELETE", "/requests");
export const expireTokens = (): Promise<unknown> => call("POST", "/iam/expire-tokens");
export const reset = (): Promise<unknown> => call("POST", "/reset");
export const setSpeed = (speed: number): Promise<unknown> => call("PUT", "/clock", { speed });
