/** Wires settings, HTTP client, clock and watcher: once a process. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { getAsGroup, listAsGroups } from "../api/as-group";
import { listAsInstances } from "../api/as-instance";
import { getAsGroupTags, tagsOfAllAsGroups } from "../api/as-tag";
import type { AsClient } from "../api/client";
import type { AsGroup, AsInstance } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { AsGroupEnvironment } from "../service/as-group/environment";
import { createKeyedRead } from "../service/keyed-read";
import { createLiveGroups } from "../service/live-groups";
import { type ResourceEnvironment, shareOnce } from "../service/resource/environment";
import { watchWrites, type WatchedClient } from "../service/writes";
import { backOff } from "../wait/schedule";
import { createWatcher } from "../wait/watcher";
import { connect } from "./connection";
import { tell } from "./engine-log";
import { portsOf } from "./ports";
import { perProcess, surroundings, type Surroundings } from "./process";

/** The stack's configuration, as the engine hands it over. */
export interface StackConfiguration {
  readonly get: (key: string) => string | undefined;
}

/** What the resources of a process share. */
export type SessionEnvironment = AsGroupEnvironment & ResourceEnvironment;

/** The instances of each of these groups; none for a group that is gone. */
const membersOf = (client: AsClient) => (ids: readonly string[]) =>
  pipe(
    ids,
    RA.traverse(TE.ApplicativePar)((id) =>
      pipe(
        listAsInstances(client)(id),
        TE.map((members): [string, O.Option<readonly AsInstance[]>] => [id, O.some(members)]),
        TE.orElse((error) =>
          error._tag === "NotFound"
            ? TE.right<AsError, [string, O.Option<readonly AsInstance[]>]>([id, O.none])
            : TE.left(error),
        ),
      ),
    ),
    TE.map((entries) => new Map(entries)),
  );

const environmentOf = (client: AsClient, { clock, random }: Surroundings): SessionEnvironment => {
  const schedule = backOff({ random });
  const live = createLiveGroups(
    {
      list: listAsGroups(client)(),
      get: getAsGroup(client),
      allTags: tagsOfAllAsGroups(client),
      tagsOf: getAsGroupTags(client),
    },
    clock,
  );
  const groups: AsGroupEnvironment = {
    ports: portsOf(client),
    live,
    watcher: createWatcher<AsGroup>({ read: live.fresh, clock, schedule }),
    members: createKeyedRead(listAsInstances(client), clock),
    memberWatcher: createWatcher<readonly AsInstance[]>({ read: membersOf(client), clock, schedule }),
    clock,
    schedule,
    // Nothing else of the session may come near the state.
    place: pipe(
      client.session,
      TE.map(({ projectId, region }) => ({ projectId, region })),
    ),
  };
  return { ...groups, groups, client, shared: shareOnce(client, clock) };
};

/** An environment for one operation, whose writes are watched. */
export interface WatchedEnvironment extends Pick<WatchedClient, "mayHaveWritten"> {
  readonly environment: SessionEnvironment;
}

/** The same environment, with everything that is shared, for an operation whose writes are to be watched. */
export const watched = (environment: SessionEnvironment): WatchedEnvironment => {
  const { client, mayHaveWritten } = watchWrites(environment.client);
  const groups: AsGroupEnvironment = { ...environment.groups, ports: portsOf(client) };
  return { environment: { ...environment, ...groups, groups, client }, mayHaveWritten };
};

const open = (configuration: StackConfiguration): E.Either<AsError, SessionEnvironment> =>
  pipe(
    connect(
      (key) => configuration.get(key),
      (warning) => void tell("warn", warning),
    ),
    E.map((client) => environmentOf(client, surroundings())),
  );

interface Held {
  session?: E.Either<AsError, SessionEnvironment>;
  isConfigured: boolean;
}

const held = perProcess<Held>(() => ({ isConfigured: false }));

/**
 * Takes the stack's configuration. A mistake in it is reported by the first operation, which has a row to show it.
 *
 * The engine calls this once for each kind of resource, always with the same configuration: a second session would cost
 * a second token and know nothing of the first one's writes.
 */
export const configure = (configuration: StackConfiguration): void => {
  if (held().isConfigured) return;
  held().session = open(configuration);
  held().isConfigured = true;
};

/** The environment of this process; without a configuration, from environment variables alone. */
export const session = (): TE.TaskEither<AsError, SessionEnvironment> =>
  TE.fromEither((held().session ??= open({ get: () => undefined })));
