import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { guide } from "../../../tools/playground/guide";
import { shellFile } from "../../../tools/playground/shell";

/** What a shell knows after it has read the file. */
const inShell = (file: string, command: string, env: Record<string, string> = {}): string =>
  execFileSync("sh", ["-c", `${file}\n${command}`], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });

test("the file gives a shell its variables, whatever characters are in them", () => {
  const value = `it's "$HOME" \`date\` \\ and; more`;
  const file = shellFile({ directories: [], variables: { SIM: value, EMPTY: "" } });
  expect(inShell(file, 'printf %s "$SIM|${EMPTY-unset}"')).toBe(`${value}|`);
});

test("the file puts directories before the PATH, the first one first", () => {
  const file = shellFile({ directories: ["/one dir", "/two"], variables: {} });
  expect(inShell(file, 'printf %s "$PATH"')).toBe(`/one dir:/two:${process.env["PATH"] ?? ""}`);
});

test("the file makes a shell forget settings of other accounts and backends, and nothing else", () => {
  const file = shellFile({ directories: [], variables: { OS_USERNAME: "simulator" } });
  const env = { OS_TOKEN: "t", OTC_X: "x", PULUMI_ACCESS_TOKEN: "p", OSTRICH: "bird" };
  const command =
    'printf "%s %s %s %s %s" "${OS_TOKEN-}" "${OTC_X-}" "${PULUMI_ACCESS_TOKEN-}" "$OSTRICH" "$OS_USERNAME"';
  expect(inShell(file, command, env)).toBe("   bird simulator");
});

test("the guide names the address of the page and the directory of the program", () => {
  const text = guide({ endpoint: "http://127.0.0.1:1234", directory: "some/where" });
  expect(text).toContain("Watch it in a browser: http://127.0.0.1:1234/\n");
  expect(text).toContain("  cd some/where && . ./env\n");
});
