/** What the provider really sends and reads: its functions are called, and their answers are varied. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answer } from "../../api/support/stub-http";
import { stubClient } from "../../api/support/stub-client";
import { ROOT } from "../docs/support/pages";
import { leaves, leavesOf, type Operation } from "./operation";
import { sampleOf, without } from "./sample";
import type { Use } from "./uses";

const API = join(ROOT, "provider/api");

/** What one use sends and reads, in the words of the documentation. */
export interface Found {
  readonly method: string;
  /** Below the project, with the version. */
  readonly url: string;
  readonly fields: readonly string[];
}

const outcome = async ({ call }: Use, body: unknown): Promise<string> => {
  const { client } = stubClient(() => answer(200, body));
  return JSON.stringify(await call(client)(), (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
};

/** A field is read if the result is another without it. */
const readFields = async (operation: Operation, used: Use): Promise<readonly string[]> => {
  const sample = sampleOf(operation.response);
  const whole = await outcome(used, sample);
  if (!whole.includes('"_tag":"Right"')) throw new Error(`${operation.page}: ${whole}`);
  const read: string[] = [];
  for (const leaf of leaves(operation.response))
    if ((await outcome(used, without(sample, leaf))) !== whole) read.push(`response ${leaf}`);
  return read;
};

/** Calls a function of the provider. */
export const found = async (operation: Operation, used: Use): Promise<Found> => {
  const { client, sent } = stubClient(() => answer(200, sampleOf(operation.response)));
  await used.call(client)();
  const [request, ...others] = sent();
  if (request === undefined || others.length > 0) throw new Error(`${operation.page}: not one request`);
  const query = Object.entries(request.query ?? {}).filter(([, value]) => value !== undefined);
  return {
    method: request.method,
    // The stub writes paths of version 1 without what comes before them.
    url: request.path.startsWith("https:")
      ? new URL(request.path).pathname
      : `/autoscaling-api/v1/p1${request.path}`,
    fields: [
      ...query.map(([name]) => `query ${name}`),
      ...leavesOf(request.body).map((path) => `request ${path}`),
      ...(await readFields(operation, used)),
    ],
  };
};

const modules = async (): Promise<readonly (readonly [string, Record<string, unknown>])[]> => {
  const files = readdirSync(API).filter((file) => file.endsWith(".ts"));
  return Promise.all(
    files.map(async (file) => [file, (await import(join(API, file))) as Record<string, unknown>] as const),
  );
};

/** Every function of the provider that sends a request, by its place. */
export const functionsThatSend = async (): Promise<ReadonlyMap<unknown, string>> => {
  const senders = (await modules()).filter(([file]) =>
    readFileSync(join(API, file), "utf8").includes("client.request("),
  );
  return new Map(
    senders.flatMap(([file, exported]) =>
      Object.entries(exported)
        .filter(([, value]) => typeof value === "function")
        .map(([name, value]) => [value, `provider/api/${file}: ${name}`] as const),
    ),
  );
};
