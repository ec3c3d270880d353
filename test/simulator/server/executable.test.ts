import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import type { Credentials } from "../../../simulator/src";

const MAIN = join(__dirname, "../../../simulator/src/main.ts");

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

interface Run {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  /** Exit code, signal and everything on standard error. */
  readonly ended: Promise<{ code: number | null; signal: string | null; stderr: string }>;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], {
    env: { ...process.env, ...env },
  });
  running.add(child);
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
    stderr,
  }));
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), ended };
}

async function credentials({ lines }: Run): Promise<Credentials> {
  const { value } = (await lines.next()) as { value: string };
  return JSON.parse(value) as Credentials;
}

describe("the executable", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "writes one line of credentials, serves, and ends cleanly on %s",
    async (signal) => {
      const simulator = run(["--port", "0"]);
      const given = await credentials(simulator);
      expect(Object.keys(given)).toEqual([
        "authUrl",
        "endpoint",
        "region",
        "projectId",
        "projectName",
        "domainName",
        "username",
        "password",
        "accessKey",
        "secretKey",
      ]);
      expect((await fetch(given.authUrl)).status).toBe(200);
      simulator.child.kill(signal);
      expect(await simulator.ended).toEqual({ code: 0, signal: null, stderr: "" });
      expect((await simulator.lines.next()).done).toBe(true);
    },
  );

  it("passes its options on", async () => {
    const simulator = run(
      [
        "--speed",
        "200",
        "--region",
        "eu-nl",
        "--project-id",
        "p1",
        "--quota-groups",
        "3",
        "--variant",
        "missing=400",
      ],
      { OTC_SIMULATOR_PASSWORD: "from-the-environment" },
    );
    const given = await credentials(simulator);
    expect(given).toMatchObject({
      region: "eu-nl",
      projectId: "p1",
      projectName: "eu-nl_simulator",
      password: "from-the-environment",
    });
    const url = given.endpoint;
    expect(await (await fetch(`${url}/_simulator/clock`)).json()).toMatchObject({ speed: 200 });

    const signIn = await fetch(`${given.authUrl}/auth/tokens`, {
      method: "POST",
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ["password"],
            password: {
              user: { name: given.username, password: given.password, domain: { name: given.domainName } },
            },
          },
          scope: { project: { id: given.projectId } },
        },
      }),
    });
    const headers = { "x-auth-token": signIn.headers.get("x-subject-token")! };
    const answer = await fetch(`${url}/autoscaling-api/v1/p1/quotas`, { headers });
    const { quotas } = (await answer.json()) as { quotas: { resources: { type: string; quota: number }[] } };
    expect(quotas.resources.find(({ type }) => type === "scaling_Group")?.quota).toBe(3);
    const missing = await fetch(`${url}/autoscaling-api/v1/p1/scaling_group/none`, { headers });
    expect(missing.status).toBe(400);
  });

  it.each([
    [["--host", "0.0.0.0"], /loopback addresses only .* not on 0\.0\.0\.0/],
    [["--port", "70000"], /integer from 0 to 65535/],
    [["--speed", "0"], /number above zero/],
    [["--variant", "unknown=1"], /There is no variant unknown; there are .*missing/],
    [["--variant", "missing=500"], /The variant missing is one of 404, 400/],
    [["--quota-groups", "many"], /integer from 0/],
  ])("ends with a sentence and without credentials on %j", async (args, message) => {
    const simulator = run(args);
    const { code, stderr } = await simulator.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect((await simulator.lines.next()).done).toBe(true);
  });
});
