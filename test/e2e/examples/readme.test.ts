import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXAMPLES } from "./support/example";
import { normal } from "./support/normal";
import { expectedOutput, withOutput } from "./support/readme";

const PRINTED = `Updating (dev):

@ updating....
 +  pulumi:pulumi:Stack minimal-dev creating (0s)
 +  pulumi-nodejs:dynamic/otc:AsGroup web creating (0s) step 1 of 1: resume
 +  pulumi-nodejs:dynamic/otc:AsGroup web created (1s) step 1 of 1: resume
 +  pulumi-nodejs:dynamic/otc:AsGroup web created (1s) 2 instances in service
 +  otc:autoscaling:ElasticFleet web created (2s)
 +  pulumi:pulumi:Stack minimal-dev created (5s)
Outputs:
    groupId: "3b7cf3c2-5632-4b92-909d-3fb64afebede"
    name   : "web-a69861d"

Duration: 7s
`;

const README = `# Minimal

\`\`\`bash
pulumi stack init dev
\`\`\`

\`\`\`console
$ pulumi up
Updating (dev):
 +  pulumi:pulumi:Stack minimal-dev created
 +  pulumi-nodejs:dynamic/otc:AsGroup web created 2 instances in service
Outputs:
    groupId: "607728b9-b76d-49c1-9cbb-ed7755a9bab5"
    name   : "web-cca8ade"
\`\`\`
`;

test("a README that says what is printed stays as it is: other ids, names, durations and orders are the same", () => {
  expect(withOutput(README, [PRINTED])).toBe(README);
});

test.each([
  ["a number", "2 instances in service", "3 instances in service"],
  ["an output", "name   :", "title  :"],
  ["an operation", " +  pulumi-nodejs", " ~  pulumi-nodejs"],
  ["a line that is missing", "Outputs:\n", ""],
  ["a line that is new", "Outputs:", "warning: something\nOutputs:"],
])("%s that changes in what is printed changes the README", (_, before, after) => {
  const changed = withOutput(README, [PRINTED.replaceAll(before, after)]);
  expect(changed).not.toBe(README);
  expect(withOutput(changed, [PRINTED.replaceAll(before, after)])).toBe(changed);
});

test("what is compared holds the last row of each resource, sorted, and nothing of the run", () => {
  expect(normal(PRINTED).split("\n")).toEqual([
    "Updating (dev):",
    " +  pulumi-nodejs:dynamic/otc:AsGroup web created 2 instances in service",
    " +  pulumi:pulumi:Stack minimal-dev created",
    "Outputs:",
    '    groupId: "<id>"',
    '    name   : "web-<hex>"',
  ]);
});

test("what a program says while it waits is not compared, because a quick service lets it wait for nothing", () => {
  const before = "… creating AsGroup web\n  web: step 1 of 1: resume\n";
  const after = "✓ created AsGroup web\n";
  const waits = "  web: waiting for 2 instances in service: 0 of 2; INSERVICE (1s)\n";
  expect(normal(before + waits + after)).toBe(normal(before + after));
});

test("every example is in the index and has a test of its own", () => {
  const directories = readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const index = readFileSync(join(EXAMPLES, "README.md"), "utf8");
  const tests = readdirSync(__dirname);
  expect(directories).toHaveLength(10);
  for (const name of directories) {
    expect(index).toContain(`(${name}/README.md)`);
    expect(tests).toContain(`${name}.test.ts`);
    const { setUp, steps } = expectedOutput(readFileSync(join(EXAMPLES, name, "README.md"), "utf8"));
    expect(steps.length).toBeGreaterThan(2);
    // Readers stay in one shell, where a change of the directory outlives its command.
    expect([setUp, ...steps.map(({ command }) => command)].join("\n")).not.toMatch(/\bcd\b/);
  }
});
