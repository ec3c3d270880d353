/** Before all tests in the browser: the scripts of the page, as the build makes them. */
import { resolve } from "node:path";
import { runCommand } from "../../../tools/run-command";

export default async function setup(): Promise<void> {
  const { status, output } = await runCommand("npm", ["run", "--silent", "build"], {
    cwd: resolve(__dirname, "../../.."),
  });
  if (status !== 0) throw new Error(`the build failed:\n${output}`);
}
