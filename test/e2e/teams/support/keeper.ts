/**
 * A process between a test and a server. It ends the server when its own input ends, which also happens when the test
 * is killed: nothing else tells a process that the one that has started it is gone.
 */
import { spawn } from "node:child_process";
import type { ServerCommand } from "./server-process";

const { command, args, place, signal } = JSON.parse(process.argv[2] ?? "") as Omit<ServerCommand, "ready">;

const server = spawn(command, args, { ...place, stdio: ["ignore", "inherit", "inherit"] });
server.once("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.once("close", (status) => process.exit(status ?? 1));
process.stdin.resume().once("end", () => {
  server.kill(signal);
});
