/** Fails and leaves its server to itself. */
import { beforeAll, test } from "vitest";
import { startServer } from "../support/server-process";

beforeAll(async () => {
  await startServer({
    command: process.execPath,
    args: ["-e", 'console.log("ready"); setInterval(() => undefined, 1000)', process.env["TMPDIR"] ?? ""],
    ready: /ready/,
    signal: "SIGTERM",
  });
  throw new Error("cannot go on");
});

test("is never reached", () => undefined);
