import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as t from "io-ts";
import { decoded } from "./decoded";

const EXECUTABLE = join(__dirname, "../../simulator/dist/main.js");

/** Simulated seconds per real second: an instance comes up in three to five real seconds. */
const SPEED = 20;

/** The first line that the simulator writes. */
const Credentials = t.type({
  authUrl: t.string,
  endpoint: t.string,
  region: t.string,
  projectName: t.string,
  domainName: t.string,
  username: t.string,
  password: t.string,
});
export type Credentials = t.TypeOf<typeof Credentials>;

/** A simulator in a process of its own. */
export interface SimulatorProcess {
  readonly credentials: Credentials;
  /** Ends it, and resolves when it has ended. */
  readonly stop: () => Promise<void>;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

/** The environment variables with which any OTC client signs in at the simulator. */
export function signInVariables(credentials: Credentials): Record<string, string> {
  return {
    OS_AUTH_URL: credentials.authUrl,
    OS_REGION_NAME: credentials.region,
    OS_PROJECT_NAME: credentials.projectName,
    OS_USER_DOMAIN_NAME: credentials.domainName,
    OS_USERNAME: credentials.username,
    OS_PASSWORD: credentials.password,
  };
}

/**
 * Starts a simulator.
 *
 * @param port 0 for a free one
 * @throws when it ends before it listens
 */
export async function startSimulator(port = 0): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [EXECUTABLE, "--port", String(port), "--speed", String(SPEED)], {
    stdio: ["ignore", "pipe", "inherit"],
    // A ^C of the terminal must not reach it: the engine still needs it to finish what it is doing.
    detached: true,
  });
  const end = (): void => {
    child.kill("SIGTERM");
  };
  process.once("exit", end);
  const closed = once(child, "close").finally(() => process.off("exit", end));
  const [firstLine] = (await Promise.race([
    once(createInterface(child.stdout), "line"),
    closed.then(() => {
      throw new Error("the simulator ended before it was ready");
    }),
  ])) as [string];
  return {
    credentials: decoded(Credentials, JSON.parse(firstLine), "the first line of the simulator"),
    ended: closed,
    stop: async () => {
      end();
      await closed;
    },
  };
}
