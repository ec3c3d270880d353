import type { Run, RunningCommand } from "../engine/stack";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ends the story before it is over. */
class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

/** Turns signals into an orderly end: the running command ends first, then everything else. */
export interface Interruption {
  /**
   * Resolves when the command has ended. Signals are passed on to it, so that it can finish what it is doing.
   *
   * @throws Interrupted when a signal has arrived in the meantime
   */
  readonly watch: (command: RunningCommand) => Promise<Run>;
  /** The first signal that has arrived, if any. */
  readonly signal: () => NodeJS.Signals | undefined;
  /** Resolves when a signal has arrived. */
  readonly arrival: Promise<void>;
  /** @throws Interrupted when a signal has arrived */
  readonly check: () => void;
  /** Signals end the process again, as they do by default. */
  readonly release: () => void;
}

/**
 * Begins to watch for signals.
 *
 * @param hasTerminal a terminal sends ^C to all of its processes at once, and the engine takes a second ^C for
 * impatience; so what comes from a terminal is not passed on
 * @param source emits the signals
 */
export function watchForInterruption(
  hasTerminal: boolean,
  source: Pick<NodeJS.EventEmitter, "on" | "off"> = process,
): Interruption {
  let first: NodeJS.Signals | undefined;
  let running: RunningCommand | undefined;
  let arrive: () => void;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const onSignal = (signal: NodeJS.Signals): void => {
    first ??= signal;
    arrive();
    if (!(hasTerminal && signal === "SIGINT")) running?.kill("SIGINT");
  };
  for (const signal of SIGNALS) source.on(signal, onSignal);
  const check = (): void => {
    if (first !== undefined) throw new Interrupted();
  };
  return {
    signal: () => first,
    arrival,
    check,
    watch: async (command) => {
      running = command;
      const run = await command.done.finally(() => {
        running = undefined;
      });
      check();
      return run;
    },
    release: () => {
      for (const signal of SIGNALS) source.off(signal, onSignal);
    },
  };
}
