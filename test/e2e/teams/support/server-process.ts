/** Servers that a test starts and ends. */
import { spawn, type SpawnOptions } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

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
  readonly options?: SpawnOptions;
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

/** Starts a server and waits until it is ready. It ends with this process at the latest. */
export function startServer({
  command,
  args,
  options,
  ready,
  signal,
}: ServerCommand): Promise<ServerProcess> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
  });
  const killNow = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", killNow);
  const stop = async (): Promise<void> => {
    child.kill(signal);
    await ended;
    process.off("exit", killNow);
  };
  return new Promise((resolve, reject) => {
    let written = "";
    const listen = (text: string): void => {
      written += text;
      if (ready.test(written)) resolve({ greeting: written, stop });
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.once("error", reject);
    void ended.then(() => {
      reject(new Error(`${command} ended before it was ready:\n${written}`));
    });
  });
}
