import { spawn } from "node:child_process";

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** After this many milliseconds the command and everything it started are killed. @default - no limit */
  readonly timeoutMilliseconds?: number;
  /** Receives the output while it is written. @default - output is only collected */
  readonly onOutput?: (text: string) => void;
}

export interface CommandResult {
  /** Exit status; `undefined` when the command was killed or could not be started. */
  readonly status: number | undefined;
  /** Standard output and standard error in the order in which they arrived. */
  readonly output: string;
}

/**
 * Runs a command without a terminal and without input, and resolves when it has ended, however it ended.
 *
 * A command with a time limit leads a process group of its own, because only a group can be killed together
 * with the children that it started; the group is then killed with this process, too.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const leadsGroup = options.timeoutMilliseconds !== undefined;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: leadsGroup,
    });

    const killGroup = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // The group has ended in the meantime.
      }
    };
    const killGroupAndStop = (signal: NodeJS.Signals): void => {
      killGroup();
      stopWatching();
      process.kill(process.pid, signal);
    };
    const timer = leadsGroup ? setTimeout(killGroup, options.timeoutMilliseconds) : undefined;
    if (leadsGroup) process.once("SIGINT", killGroupAndStop).once("SIGTERM", killGroupAndStop);
    const stopWatching = (): void => {
      clearTimeout(timer);
      process.off("SIGINT", killGroupAndStop).off("SIGTERM", killGroupAndStop);
    };

    let output = "";
    const collect = (text: string): void => {
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.once("error", (error) => {
      stopWatching();
      resolve({ status: undefined, output: `${output}${error.message}\n` });
    });
    child.once("close", (status) => {
      stopWatching();
      resolve({ status: status ?? undefined, output });
    });
  });
}
