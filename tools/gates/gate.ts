/** One thing that must be right before a change is accepted; the npm script says how it is checked. */
export interface Gate {
  readonly name: string;
  readonly script: string;
}

/** A gate whose tests are counted one by one. */
export interface TestGate extends Gate {
  /** The slow tests report one by one, so that nobody has to wonder whether they still run. */
  readonly reporter: "default" | "verbose";
}

/** Goes first: the other gates resolve the workspaces by the types that it writes. */
export const BUILD: Gate = { name: "build", script: "build" };

/** Independent of each other; the longest first, so that two at a time end together. */
export const CHECKS: readonly Gate[] = [
  { name: "lint", script: "lint" },
  { name: "docs", script: "docs" },
  { name: "types", script: "types" },
  { name: "unused code", script: "unused" },
  { name: "format", script: "format:check" },
  { name: "layers", script: "layers" },
];

/** Before the end-to-end tests, which need the engine. */
export const PULUMI_CLI: Gate = { name: "Pulumi CLI", script: "setup" };

export const TESTS: readonly TestGate[] = [
  { name: "unit tests", script: "test:unit", reporter: "default" },
  { name: "contract tests", script: "test:contract", reporter: "default" },
  { name: "crash tests", script: "test:crash", reporter: "default" },
  { name: "browser tests", script: "test:browser", reporter: "default" },
  { name: "end-to-end tests", script: "test:e2e", reporter: "verbose" },
];
