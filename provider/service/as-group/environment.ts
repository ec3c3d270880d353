/** What the operations on an AS group need from outside: ports, clock, and somebody to tell. */
import type * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { Place } from "../../core/resource/outputs";
import type {
  AsGroup,
  AsGroupCreation,
  AsGroupModification,
  AsInstance,
  HeldInstance,
  ScalingActionLog,
  Tags,
} from "../../core/as-group/model";
import type { AsError } from "../../core/error";
import type { LifecycleHook, LifecycleHookSettings } from "../../core/lifecycle-hook/model";
import type { Clock } from "../../wait/clock";
import type { Schedule } from "../../wait/schedule";
import type { Watcher } from "../../wait/watcher";
import type { KeyedRead } from "../keyed-read";
import type { LiveGroups } from "../live-groups";

/** The REST operations in use, bound to a signed-in client. */
interface AsGroupPorts {
  readonly createGroup: (creation: AsGroupCreation) => TaskEither<AsError, string>;
  readonly modifyGroup: (id: string, modification: AsGroupModification) => TaskEither<AsError, unknown>;
  readonly resumeGroup: (id: string) => TaskEither<AsError, unknown>;
  readonly pauseGroup: (id: string) => TaskEither<AsError, unknown>;
  readonly deleteGroup: (id: string, options: { readonly force: boolean }) => TaskEither<AsError, unknown>;
  readonly putTags: (id: string, tags: Tags) => TaskEither<AsError, unknown>;
  readonly removeTags: (id: string, keys: readonly string[]) => TaskEither<AsError, unknown>;
  readonly listHooks: (id: string) => TaskEither<AsError, readonly LifecycleHook[]>;
  readonly createHook: (
    id: string,
    name: string,
    settings: LifecycleHookSettings,
  ) => TaskEither<AsError, unknown>;
  readonly listInstances: (id: string) => TaskEither<AsError, readonly AsInstance[]>;
  readonly removeInstances: (
    id: string,
    instances: readonly string[],
    options: { readonly deleteInstances: boolean },
  ) => TaskEither<AsError, unknown>;
  readonly addInstances: (id: string, instances: readonly string[]) => TaskEither<AsError, unknown>;
  readonly protectInstances: (
    id: string,
    instances: readonly string[],
    on: boolean,
  ) => TaskEither<AsError, unknown>;
  readonly listHeldInstances: (id: string) => TaskEither<AsError, readonly HeldInstance[]>;
  readonly listActionLogs: (
    id: string,
    filter: { readonly since: Date },
  ) => TaskEither<AsError, readonly ScalingActionLog[]>;
}

/** Shared by all groups of a process. */
export interface AsGroupEnvironment {
  readonly ports: AsGroupPorts;
  readonly live: LiveGroups;
  readonly watcher: Watcher<AsGroup>;
  /** Watches the instances of groups, for what the group itself does not show. */
  readonly memberWatcher: Watcher<readonly AsInstance[]>;
  /** The instances of a group, by one listing for all that look after some of them. */
  readonly members: KeyedRead<readonly AsInstance[]>;
  readonly clock: Clock;
  readonly schedule: Schedule;
  /** Project and region of the signed-in session. */
  readonly place: TaskEither<AsError, Place>;
}

/** Whether a scaling action has failed since the question was made, and what the group says about it. */
export type FailureQuestion = (live: O.Option<AsGroup>) => TaskEither<AsError, O.Option<string>>;

/** One operation on one group. */
export interface Operation {
  readonly environment: AsGroupEnvironment;
  /** When it began, in milliseconds of the clock. */
  readonly startedAt: number;
  /** Deadline of its waits, in seconds after the beginning; 0: do not wait. */
  readonly timeoutSeconds: number;
  /** Ends waits that are not to outlast a failed scaling action; without it, none has failed. */
  readonly failed?: FailureQuestion;
  /** Progress: replaced by the next line, not kept. */
  readonly progress: (line: string) => void;
  /** Something that the user has to know. */
  readonly warn: (line: string) => void;
}

/** Seconds that are left for waiting. */
export const secondsLeft = ({ environment, startedAt, timeoutSeconds }: Operation): number =>
  timeoutSeconds === 0 ? 0 : Math.max(1, timeoutSeconds - (environment.clock.now() - startedAt) / 1000);

/** There is time for another attempt. */
export const hasTimeLeft = ({ environment, startedAt, timeoutSeconds }: Operation): boolean =>
  environment.clock.now() - startedAt < timeoutSeconds * 1000;
