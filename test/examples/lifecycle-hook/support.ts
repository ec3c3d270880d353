/** Instances that a hook holds, and `drain.sh` beside them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { manualClock, startSimulator, type Simulator, type SimulatorOptions } from "otc-as-simulator";
import { onTestFinished } from "vitest";
import { startCommand, type RunningCommand } from "../../../tools/engine/running-command";
import { byHand } from "../../support/by-hand";

const SCRIPT = resolve(__dirname, "../../../examples/lifecycle-hook/drain.sh");
const MINUTE = 60_000;

export type Variables = Readonly<Record<string, string>>;

export interface Held {
  readonly simulator: Simulator;
  readonly groupId: string;
}

/** A group whose three instances are held while they leave. No time passes, so the hook itself never lets them go. */
export async function holdThree(options: SimulatorOptions): Promise<Held> {
  const clock = manualClock();
  const simulator = await startSimulator({ ...options, clock });
  onTestFinished(() => simulator.close());
  const configuration = simulator.admin.outside("seedConfiguration") as { scaling_configuration_id: string };
  const call = await byHand(simulator);
  const made = await call("POST", "scaling_group", {
    scaling_group_name: "web",
    ...configuration,
    vpc_id: "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e01",
    networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01" }],
    desire_instance_number: 3,
    max_instance_number: 3,
  });
  const groupId = String(made["scaling_group_id"]);
  await call("POST", `scaling_lifecycle_hook/${groupId}`, {
    lifecycle_hook_name: "drain",
    lifecycle_hook_type: "INSTANCE_TERMINATING",
    notification_topic_urn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
  });
  await call("POST", `scaling_group/${groupId}/action`, { action: "resume" });
  clock.advance(5 * MINUTE);
  await call("PUT", `scaling_group/${groupId}`, { desire_instance_number: 0 });
  clock.advance(MINUTE);
  simulator.admin.clearRequests();
  return { simulator, groupId };
}

/** What the script needs to sign in. */
export const signIn = ({ credentials }: Simulator): Record<string, string> => ({
  OS_AUTH_URL: credentials.authUrl,
  OS_USERNAME: credentials.username,
  OS_PASSWORD: credentials.password,
  OS_USER_DOMAIN_NAME: credentials.domainName,
  OS_PROJECT_NAME: credentials.projectName,
});

/** Starts the script with these variables as its whole environment. It ends with the test. */
export function startDrain({ groupId }: Held, variables: Variables): RunningCommand {
  const env = { PATH: process.env["PATH"], POLL_SECONDS: "0.1", ...variables };
  const running = startCommand("sh", [SCRIPT, groupId], { cwd: tmpdir(), env, onOutput: () => undefined });
  onTestFinished(() => running.killTree("SIGKILL"));
  return running;
}

/** A command that reads all of its input, as ssh does, and prints it. */
export function readingCommand(): string {
  const directory = mkdtempSync(join(tmpdir(), "otc-as-drain-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  const file = join(directory, "read.sh");
  writeFileSync(file, "cat\n");
  return `sh ${file}`;
}

/** One endpoint of Auto Scaling in a catalog. */
export interface Endpoint {
  readonly region: string;
  readonly url: string;
}

/** The simulator's IAM with another catalog: its address, ending in `/v3`. */
export async function iamWithCatalog(
  { credentials }: Simulator,
  endpoints: readonly Endpoint[],
): Promise<string> {
  const catalog = endpoints.map((endpoint, index) => ({
    id: String(index),
    type: "as",
    endpoints: [{ interface: "public", ...endpoint }],
  }));
  const server = createServer((request, response) => {
    const body: Buffer[] = [];
    request.on("data", (chunk: Buffer) => body.push(chunk));
    request.on("end", () => {
      void fetch(`${credentials.authUrl}/auth/tokens`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: Buffer.concat(body).toString(),
      }).then(async (answer) => {
        const { token } = (await answer.json()) as { token: object };
        response.writeHead(answer.status, { "X-Subject-Token": answer.headers.get("x-subject-token") ?? "" });
        response.end(JSON.stringify({ token: { ...token, catalog } }));
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v3`;
}
