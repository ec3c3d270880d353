import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { SECURITY_GROUP, SUBNET, VPC } from "../demo/scenery";
import type { Interruption } from "../demo/interruption";
import {
  backendDirectory,
  engineEnvironment,
  homeDirectory,
  temporaryDirectory,
} from "../engine/environment";
import { startCommand } from "../engine/running-command";
import { STACK, type Place } from "./place";

/** What the first `up` needs. */
export interface FirstUp {
  readonly place: Place;
  readonly cliDirectory: string;
  readonly configurationId: string;
  /** Signs in at the simulator. */
  readonly variables: Readonly<Record<string, string>>;
  readonly interruption: Interruption;
  readonly onOutput: (text: string) => void;
}

/**
 * Creates the stack in the directory of the program, where commands that are typed there find it, and brings it up.
 *
 * @throws with what the engine says
 */
export async function bringUp(first: FirstUp): Promise<void> {
  const { place, cliDirectory, variables, interruption } = first;
  const { directory, scratch } = place;
  for (const of of [homeDirectory, backendDirectory, temporaryDirectory]) {
    await mkdir(of(scratch), { recursive: true });
  }
  const env = engineEnvironment(process.env, { scratch, cliDirectory, environment: variables });
  const pulumi = async (args: readonly string[], onOutput: (text: string) => void): Promise<void> => {
    const command = startCommand(join(cliDirectory, "pulumi"), [...args, "--non-interactive"], {
      cwd: directory,
      env,
      onOutput,
    });
    const { exitCode, output } = await interruption.watch(command);
    if (exitCode !== 0)
      throw new Error(`pulumi ${args.join(" ")} ended with exit code ${exitCode}:\n${output}`);
  };
  const values = {
    vpcId: VPC,
    subnetId: SUBNET,
    securityGroupId: SECURITY_GROUP,
    configurationId: first.configurationId,
  };
  const pairs = Object.entries(values).flatMap(([key, value]) => ["--plaintext", `${key}=${value}`]);
  await pulumi(["stack", "select", "--create", STACK], () => undefined);
  await pulumi(["config", "set-all", ...pairs], () => undefined);
  await pulumi(["up", "--yes", "--skip-preview", "--color", "never"], first.onOutput);
}
