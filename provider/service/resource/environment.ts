/** What the operations on a resource need from outside: a signed-in client, a clock, and somebody to tell. */
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsClient } from "../../api/client";
import type { AsError } from "../../core/error";
import type { Place } from "../../core/resource/outputs";
import type { Clock } from "../../wait/clock";
import type { Schedule } from "../../wait/schedule";
import type { AsGroupEnvironment } from "../as-group/environment";
import type { LiveGroups } from "../live-groups";

/** Makes what a session shares. */
export type SharedFactory<A> = (client: AsClient, clock: Clock) => A;

/** Shared by all resources of a process. */
export interface ResourceEnvironment {
  /** What operations on AS groups need, for kinds that are made of groups. */
  readonly groups: AsGroupEnvironment;
  readonly client: AsClient;
  readonly live: LiveGroups;
  readonly clock: Clock;
  readonly schedule: Schedule;
  /** Project and region of the signed-in session. */
  readonly place: TaskEither<AsError, Place>;
  /** What the factory makes, made once a session: such as a listing that serves all resources of one kind. */
  readonly shared: <A>(factory: SharedFactory<A>) => A;
}

/** Remembers what each factory has made. */
export const shareOnce = (client: AsClient, clock: Clock): ResourceEnvironment["shared"] => {
  const made = new Map<unknown, unknown>();
  return <A>(factory: SharedFactory<A>): A => {
    if (!made.has(factory)) made.set(factory, factory(client, clock));
    // Only this factory's own result is kept under it.
    return made.get(factory) as A;
  };
};

/** One operation on one resource. */
export interface ResourceOperation {
  readonly environment: ResourceEnvironment;
  /** When it began, in milliseconds of the clock. */
  readonly startedAt: number;
  /** How long it may take, in seconds after the beginning; 0: nothing is waited for. */
  readonly timeoutSeconds: number;
  /** Progress: replaced by the next line, not kept. */
  readonly progress: (line: string) => void;
  /** Something that the user has to know. */
  readonly warn: (line: string) => void;
}
