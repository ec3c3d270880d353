/**
 * What this process holds between two calls of the engine, and what it takes from the machine it runs on.
 *
 * Each module keeps its own state beside its logic, through `perProcess`. Nothing survives a process, so a crash test
 * can end one and begin the next without loading this package again.
 */
import { createHttp, type Http, type HttpOptions } from "../api/http";
import { systemClock, type Clock } from "../wait/clock";

/** What a process takes from the machine. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly http: (options: HttpOptions) => Http;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

const beginnings: (() => void)[] = [];

/** State that every process has of its own, made by `create` when the process begins. */
export const perProcess = <A>(create: () => A): (() => A) => {
  let held = create();
  beginnings.push(() => {
    held = create();
  });
  return () => held;
};

let current: Surroundings = {
  variables: process.env,
  clock: systemClock,
  http: createHttp,
  random: Math.random,
};

/** The surroundings of this process. */
export const surroundings = (): Surroundings => current;

/** Begins a process anew, with surroundings of its own. For tests: in earnest a process begins when it is started. */
export const beginProcess = (next: Surroundings): void => {
  current = next;
  for (const begin of beginnings) begin();
};
