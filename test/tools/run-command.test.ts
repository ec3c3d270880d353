import { expect, test } from "vitest";
import { runCommand } from "../../tools/run-command";

test("a command that ends tells its status and everything it wrote", async () => {
  expect(await runCommand("sh", ["-c", "echo out; echo err >&2; exit 3"])).toEqual({
    status: 3,
    output: expect.stringMatching(/^(out\nerr|err\nout)\n$/) as string,
  });
});

test("a command that does not exist has no status", async () => {
  const { status, output } = await runCommand("no-such-program-anywhere", []);
  expect(status).toBeUndefined();
  expect(output).toContain("ENOENT");
});

test("a command over its time limit is killed with the children that hold its output open", async () => {
  const { status } = await runCommand("sh", ["-c", "sleep 600 & wait"], { timeoutMilliseconds: 300 });
  expect(status).toBeUndefined();
});
