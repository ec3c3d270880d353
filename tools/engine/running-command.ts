import { spawn } from "node:child_process";
import { processTree, signalProcess, type ProcessInfo } from "./process-tree";

/** A command that has ended. */
export interface Run {
  /** Exit status, or 128 when the command was ended by a signal. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both in the order in which they arrived. */
  readonly output: string;
  readonly seconds: number;
}

/** A command that still runs. */
export interface RunningCommand {
  /** Resolves when the command has ended, however it ended. */
  readonly done: Promise<Run>;
  /** What it has written so far. */
  readonly output: () => string;
  /** Signals the command alone: what it has started lives on. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Signals the command and everything that it has started. */
  readonly killTree: (signal: NodeJS.Signals) => Promise<void>;
  /** The command and everything that it has started, as long as it runs. */
  readonly tree: () => Promise<readonly ProcessInfo[]>;
}

export interface CommandPlace {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onOutput: (text: string) => void;
}

/** Starts a command without a terminal and without input. */
export function startCommand(command: string, args: readonly string[], place: CommandPlace): RunningCommand {
  const start = Date.now();
  const child = spawn(command, args, {
    cwd: place.cwd,
    env: place.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  let output = "";
  const keep = (text: string): void => {
    output += text;
    place.onOutput(text);
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    keep(text);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    keep(text);
  });
  const done = new Promise<Run>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      resolve({ exitCode: status ?? 128, stdout, stderr, output, seconds: (Date.now() - start) / 1000 });
    });
  });
  const tree = async (): Promise<readonly ProcessInfo[]> =>
    child.pid === undefined ? [] : processTree(child.pid);
  return {
    done,
    output: () => output,
    kill: (signal) => {
      child.kill(signal);
    },
    killTree: async (signal) => {
      for (const { pid } of await tree()) signalProcess(pid, signal);
    },
    tree,
  };
}
