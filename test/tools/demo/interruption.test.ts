import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { watchForInterruption } from "../../../tools/demo/interruption";
import type { Run, RunningCommand } from "../../../tools/engine/stack";

const RUN: Run = { exitCode: 1, stdout: "", stderr: "", output: "", seconds: 0 };

/** A command that runs until `end` is called. */
function runningCommand() {
  const signals: NodeJS.Signals[] = [];
  let end = (): void => undefined;
  const done = new Promise<Run>((resolve) => {
    end = () => {
      resolve(RUN);
    };
  });
  const command: RunningCommand = {
    done,
    output: () => "",
    kill: (signal) => signals.push(signal),
    killTree: () => Promise.resolve(),
    tree: () => Promise.resolve([]),
  };
  return { command, signals, end };
}

describe("an interruption", () => {
  test.each([
    ["^C of a terminal, which the engine has received itself", true, "SIGINT", []],
    ["^C without a terminal", false, "SIGINT", ["SIGINT"]],
    ["a supervisor's signal at a terminal", true, "SIGTERM", ["SIGINT"]],
    ["a supervisor's signal", false, "SIGTERM", ["SIGINT"]],
  ] as const)("passes on what the engine has to know: %s", async (_title, terminal, signal, passedOn) => {
    const source = new EventEmitter();
    const interruption = watchForInterruption(terminal, source);
    const { command, signals, end } = runningCommand();
    const watched = interruption.watch(command);
    source.emit(signal, signal);
    expect(signals).toEqual(passedOn);
    end();
    await expect(watched).rejects.toThrow("interrupted");
    expect(interruption.signal()).toBe(signal);
    await interruption.arrival;
  });

  test("that has not happened lets commands end as they end, and can be watched for no longer", async () => {
    const source = new EventEmitter();
    const interruption = watchForInterruption(false, source);
    const { command, end } = runningCommand();
    end();
    expect(await interruption.watch(command)).toBe(RUN);
    expect(() => {
      interruption.check();
    }).not.toThrow();
    expect(interruption.signal()).toBeUndefined();
    interruption.release();
    expect(source.eventNames()).toEqual([]);
  });

  test("reaches no command that has ended", async () => {
    const source = new EventEmitter();
    const interruption = watchForInterruption(false, source);
    const { command, signals, end } = runningCommand();
    end();
    await interruption.watch(command);
    source.emit("SIGTERM", "SIGTERM");
    expect(signals).toEqual([]);
    expect(() => {
      interruption.check();
    }).toThrow("interrupted");
  });
});
