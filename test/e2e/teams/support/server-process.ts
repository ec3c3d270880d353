/** Servers that a test starts and ends. */
import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

/** A server that accepts connections. */
export interface ServerProcess {
  /** What it has written until it was ready. */
  readonly greeting: string;
  readonly stop: () => Promise<void>;
}

/** How a server is started. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly place?: { readonly cwd?: string; readonly uid?: number; readonly gid?: number };
  /** What it writes when it is ready. */
  readonly ready: RegExp;
  /** Ends it in good order. */
  readonly signal: NodeJS.Signals;
}

/** A port of the loopback address that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server and waits until it is ready. It ends with this process at the latest, however that one ends. */
export async function startServer({ ready, ...server }: ServerCommand): Promise<ServerProcess> {
  const keeper = spawn(
    process.execPath,
    ["--import", require.resolve("tsx"), join(__dirname, "keeper.ts"), JSON.stringify(server)],
    // A ^C of the terminal must not reach it: it is the end of this process that ends the server in good order.
    { detached: true, stdio: ["pipe", "pipe", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => {
    keeper.once("close", () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    keeper.stdin.end();
    await ended;
  };
  const greeting = await new Promise<string>((resolve, reject) => {
    let written = "";
    const listen = (text: string): void => {
      written += text;
      if (ready.test(written)) resolve(written);
    };
    keeper.stdout.setEncoding("utf8").on("data", listen);
    keeper.stderr.setEncoding("utf8").on("data", listen);
    keeper.once("error", reject);
    void ended.then(() => {
      reject(new Error(`${server.command} ended before it was ready:\n${written}`));
    });
  });
  return { greeting, stop };
}
