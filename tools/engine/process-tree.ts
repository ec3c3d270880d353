import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execFileAsync = promisify(execFile);

/** A process of this machine. */
export interface ProcessInfo {
  readonly pid: number;
  /** With all arguments. */
  readonly commandLine: string;
}

/** A process and everything that it has started, itself first; a process outlives its parent. */
export async function processTree(root: number): Promise<readonly ProcessInfo[]> {
  const { stdout } = await execFileAsync("ps", ["-A", "-o", "pid=,ppid=,args="]);
  const processes = stdout
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, commandLine = ""]) => ({ pid: Number(pid), parent: Number(parent), commandLine }));
  const tree = processes.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...processes.filter(({ parent }) => parent === pid));
  return tree;
}

/** Sends a signal; a process that has ended in the meantime is no failure. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
