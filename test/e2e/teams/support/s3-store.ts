/** An S3-compatible object store: gofakes3, whose server is built from its Go module. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../../../tools/run-command";
import { inScratch } from "./scratch";
import { startServer } from "./server-process";
import type { StateStore } from "./state-store";

const SERVER = "github.com/johannesboyne/gofakes3/cmd/gofakes3@v1.2.0";
const BUCKET = "states";

/** Go keeps what it has built outside of the repository: only the first build takes a while. */
async function build(directory: string): Promise<string> {
  const { status, output } = await runCommand("go", ["install", SERVER], {
    env: { ...process.env, CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "", GOBIN: directory },
  });
  if (status !== 0)
    throw new Error(`the object store is built with Go (https://go.dev/dl/), which failed:\n${output}`);
  return join(directory, "gofakes3");
}

/** Starts a store with one empty bucket, for as long as the tests of a file need it. */
export const startS3Store = (): Promise<StateStore> => inScratch(tmpdir(), "otc-as-s3-", startIn);

async function startIn(scratch: string): Promise<StateStore> {
  const server = await startServer({
    command: await build(scratch),
    args: ["-backend", "memory", "-host", "127.0.0.1:0", "-initialbucket", BUCKET],
    ready: /using port: \d+/,
    signal: "SIGTERM",
  });
  const [, port = ""] = /using port: (\d+)/.exec(server.greeting) ?? [];
  const options = new URLSearchParams({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-de",
    s3ForcePathStyle: "true",
  });
  return {
    variables: {
      PULUMI_BACKEND_URL: `s3://${BUCKET}?${options.toString()}`,
      AWS_ACCESS_KEY_ID: "states",
      AWS_SECRET_ACCESS_KEY: randomBytes(12).toString("hex"),
    },
    close: async () => {
      await server.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
