/** Reads live groups with everything that is attached to them. Reads only. */
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
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
import { declareGroup } from "./group";
import type { AttachedGroup } from "./program";

/** Which groups: one by its id, or all. */
export type Selection = { readonly group: string } | { readonly all: true };

const noGroup = (id: string): AsError =>
  stopped(`there is no AS group with the id ${id}`, [
    "check the id, and the project and region that you are signed in to",
  ]);

const selected = (client: AsClient, selection: Selection): TE.TaskEither<AsError, readonly AsGroup[]> =>
  "group" in selection
    ? pipe(
        getAsGroup(client)(selection.group),
        TE.bimap(
          (error) => (error._tag === "NotFound" ? noGroup(selection.group) : error),
          (group) => [group],
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

/** The groups and all that belongs to them, in the order of their names. */
export const readGroups = (
  client: AsClient,
  selection: Selection,
): TE.TaskEither<AsError, readonly AttachedGroup[]> =>
  pipe(
    selected(client, selection),
    TE.map((groups) =>
      [...groups].sort((one, other) => one.scalingGroupName.localeCompare(other.scalingGroupName)),
    ),
    TE.chain(RA.traverse(TE.ApplicativePar)((group) => withAttached(client, group))),
  );
