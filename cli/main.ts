#!/usr/bin/env node
/** The executable. */
import { homedir } from "node:os";
import { runCommandLine } from "./command-line";

runCommandLine(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  directory: process.cwd(),
  home: homedir(),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`pulumi-otc-autoscaling: ${error instanceof Error ? error.message : "failed"}\n`);
    process.exitCode = 2;
  },
);
