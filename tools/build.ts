import { resolve } from "node:path";
import { withProgress, type Say } from "./progress";
import { runCommand } from "./run-command";

/** The root of the repository. */
export const REPOSITORY = resolve(__dirname, "..");

/** Builds everything that is built. @throws with what the compiler says */
export async function build(say: Say): Promise<void> {
  const announcement = "building the package and the simulator (usually under half a minute)";
  const { status, output } = await withProgress(say, announcement, () =>
    runCommand("npm", ["run", "--silent", "build"], { cwd: REPOSITORY }),
  );
  if (status !== 0) throw new Error(`the build failed:\n${output}`);
}
