/** Reads live groups with everything that is attached to them. Reads only. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { getAsConfiguration } from "../../provider/api/as-configuration";
import { getAsGroup, listAsGroups } from "../../provider/api/as-group";
import { listAsNotifications } from "../../provider/api/as-notification";
import type { AsNotification } from "../../provider/core/as-notification/model";
import { listAsPoliciesOf } from "../../provider/api/as-policy";
import { getAsGroupTags } from "../../provider/api/as-tag";
import type { AsClient } from "../../provider/api/client";
import { listLifecycleHooks } from "../../provider/api/lifecycle-hook";
import type { AsGroup } from "../../provider/core/as-group/model";
import { type AsError, stopped } from "../../provider/core/error";
import { declareHook, declareNotification, declarePolicy } from "./attached";
import { declareConfigurations } from "./configuration";
import { contentsOf } from "./contents";
import type { Declaration } from "./declaration";
import { fewAtATime } from "./few-at-a-time";
import { declareGroup } from "./group";
import { withoutUndeclarable } from "./left-out";
import type { AttachedGroup, LiveGroups } from "./program";

/** Which groups: one by its id, or all. */
export type Selection = { readonly group: string } | { readonly all: true };

const none = (what: string, id: string): AsError =>
  stopped(`there is no ${what} with the id ${id}`, [
    "check the id, and the project and region that you are signed in to",
  ]);

const selected = (client: AsClient, selection: Selection): TE.TaskEither<AsError, readonly AsGroup[]> =>
  "group" in selection
    ? pipe(
        getAsGroup(client)(selection.group),
        TE.bimap(
          (error) => (error._tag === "NotFound" ? none("AS group", selection.group) : error),
          (group) => [group],
        ),
        TE.filterOrElse(
          ([group]) => group?.scalingGroupStatus !== "DELETING",
          (): AsError => stopped(`AS group ${selection.group} is being deleted`),
        ),
      )
    : pipe(
        listAsGroups(client)(),
        TE.map(({ groups }) => groups.filter(({ scalingGroupStatus }) => scalingGroupStatus !== "DELETING")),
        TE.filterOrElse(
          (groups) => groups.length > 0,
          (): AsError => stopped("there is no AS group in this project"),
        ),
      );

interface Notifications {
  readonly notifications: readonly AsNotification[];
  readonly notes: readonly string[];
}

/** The documents hardly tell about notifications, so a service that does not know them must not stop the rest. */
const notificationsOf = (client: AsClient, id: string): TE.TaskEither<AsError, Notifications> =>
  pipe(
    listAsNotifications(client)(id),
    TE.map((notifications): Notifications => ({ notifications, notes: [] })),
    TE.orElse((error) =>
      error._tag === "NotFound" || error._tag === "Refused"
        ? TE.right({
            notifications: [],
            notes: ["Notifications of SMN topics are not declared: they could not be read."],
          })
        : TE.left(error),
    ),
  );

const withAttached = (client: AsClient, group: AsGroup): TE.TaskEither<AsError, AttachedGroup> => {
  const { scalingGroupId: id } = group;
  return pipe(
    TE.Do,
    TE.apS("tags", getAsGroupTags(client)(id)),
    TE.apS("policies", listAsPoliciesOf(client)(id)),
    TE.apS("hooks", listLifecycleHooks(client)(id)),
    TE.apS("told", notificationsOf(client, id)),
    TE.map(({ tags, policies: { policies }, hooks, told: { notifications, notes } }) => {
      const declared = declareGroup(group, tags);
      return {
        group: { ...declared, notes: [...declared.notes, ...notes] },
        attached: [
          ...policies.map(declarePolicy),
          ...hooks.map((hook) => declareHook(id, hook)),
          ...notifications.map((notification) => declareNotification(id, notification)),
        ],
      };
    }),
  );
};

/** None of what was deleted since it was listed; every other failure stays one. */
const unlessGone = <A>(reading: TE.TaskEither<AsError, A>): TE.TaskEither<AsError, O.Option<A>> =>
  pipe(
    reading,
    TE.map(O.some),
    TE.orElse((error) => (error._tag === "NotFound" ? TE.right(O.none) : TE.left(error))),
  );

/** The configurations of these groups, each once. */
const configurationsOf = (
  client: AsClient,
  groups: readonly AsGroup[],
): TE.TaskEither<AsError, ReadonlyMap<string, Declaration>> =>
  pipe(
    [...new Set(groups.flatMap(({ scalingConfigurationId: id }) => (id === undefined ? [] : [id])))],
    fewAtATime((id) => unlessGone(getAsConfiguration(client)(id))),
    TE.map(RA.compact),
    TE.map(declareConfigurations),
  );

/** The groups and all that belongs to them, in the order of their names. */
export const readGroups = (client: AsClient, selection: Selection): TE.TaskEither<AsError, LiveGroups> =>
  pipe(
    selected(client, selection),
    TE.map((groups) =>
      [...groups].sort((one, other) => one.scalingGroupName.localeCompare(other.scalingGroupName)),
    ),
    TE.bindTo("groups"),
    TE.bind("configurations", ({ groups }) => configurationsOf(client, groups)),
    TE.chain(({ groups, configurations }) =>
      pipe(
        groups,
        fewAtATime((group) =>
          pipe(
            unlessGone(withAttached(client, group)),
            TE.map(
              E.fromOption(
                () => `AS group ${group.scalingGroupName} (${group.scalingGroupId}), because it is gone`,
              ),
            ),
            TE.map(
              E.map((attached): AttachedGroup => {
                const configuration = configurations.get(group.scalingConfigurationId ?? "");
                return configuration === undefined ? attached : { ...attached, configuration };
              }),
            ),
          ),
        ),
      ),
    ),
    TE.map(RA.separate),
    TE.map(({ left: gone, right: there }): LiveGroups => {
      const { groups, leftOut } = withoutUndeclarable(there);
      return { groups, leftOut: [...gone, ...leftOut] };
    }),
    TE.filterOrElse(
      ({ groups }) => groups.length > 0,
      ({ leftOut }): AsError => stopped(`no AS group can be declared: ${leftOut.join("; ")}`),
    ),
  );

/** A part of what an AS configuration puts into instances. */
export const readContent = (client: AsClient, id: string, part: string): TE.TaskEither<AsError, string> =>
  pipe(
    getAsConfiguration(client)(id),
    TE.mapLeft((error) => (error._tag === "NotFound" ? none("AS configuration", id) : error)),
    TE.chain((live) => {
      const contents = contentsOf(live);
      const found = contents.find((content) => content.part === part);
      return found === undefined
        ? TE.left(
            stopped(
              `AS configuration ${id} has no ${part}; it has ${contents.length === 0 ? "none" : contents.map((content) => content.part).join(", ")}`,
            ),
          )
        : TE.right(found.text);
    }),
  );
