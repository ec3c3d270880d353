/**
 * Messages on the resource's own row. A dynamic provider has no log of its own, but its process is started with the
 * engine's address, and the engine's log service takes messages from anybody.
 */
import { log, runtime, getProject } from "@pulumi/pulumi";
import type { Resource } from "@pulumi/pulumi";

const ENGINE_ADDRESS = /^(127\.0\.0\.1|localhost|\[::1\]):\d+$/;

let connected: boolean | undefined;

/** Connects to the engine once; outside of an engine (in unit tests) there is nobody to talk to. */
const isConnected = (): boolean => {
  if (connected === undefined) {
    const address = process.argv[2] ?? "";
    connected = ENGINE_ADDRESS.test(address);
    if (connected) runtime.resetOptions(getProject(), "", -1, address, "", false, "");
  }
  return connected;
};

/** The log service wants a resource but reads its URN only. */
const rowOf = (urn: string | undefined): Resource | undefined =>
  urn === undefined ? undefined : ({ urn: { promise: () => Promise.resolve(urn) } } as unknown as Resource);

/** How long a message stays: `progress` is replaced by the next one. */
export type Kind = "progress" | "info" | "warn";

/**
 * Tells the user something. A message that cannot be delivered must not fail the operation. Without an engine, only a
 * warning that concerns no resource is told, on standard error.
 */
export const tell = async (kind: Kind, message: string, urn?: string): Promise<void> => {
  if (!isConnected()) {
    if (kind === "warn" && urn === undefined) process.emitWarning(message);
    return;
  }
  try {
    const row = rowOf(urn);
    if (kind === "warn") await log.warn(message, row);
    else await log.info(message, row, undefined, kind === "progress");
  } catch {
    // The engine is gone or busy; the operation itself reports its outcome.
  }
};
