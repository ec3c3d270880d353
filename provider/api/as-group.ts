/**
 * Operations on AS groups.
 *
 * @see as_06_0101 to as_06_0106
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type {
  AsGroup,
  AsGroupCreation,
  AsGroupModification,
  ScalingGroupStatus,
} from "../core/as-group/model";
import { handled } from "../core/as-code/handling";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { asGroupAnswer, asGroupIdAnswer, asGroupPage } from "./codec/as-group";
import { noContent, toWire } from "./codec/wire";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.2007: the group does not exist. */
const GROUP_GONE = handled.groupGone.codes;

const groupPath = (id: string): string => `/scaling_group/${encodeURIComponent(id)}`;

/**
 * Creates an AS group and gives its id. The group is `PAUSED` and empty. Not repeated when the answer is lost.
 *
 * @see as_06_0101
 */
export const createAsGroup =
  (client: AsClient) =>
  (creation: AsGroupCreation): TE.TaskEither<AsError, string> =>
    pipe(
      client.request({
        operation: "create AS group",
        method: "POST",
        version: "v1",
        path: "/scaling_group",
        body: toWire(creation),
        decoder: asGroupIdAnswer,
      }),
      TE.map(({ scalingGroupId }) => scalingGroupId),
    );

/**
 * The live AS group.
 *
 * @see as_06_0103
 */
export const getAsGroup =
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, AsGroup> =>
    pipe(
      client.request({
        operation: "get AS group",
        method: "GET",
        version: "v1",
        path: groupPath(id),
        goneCodes: GROUP_GONE,
        decoder: asGroupAnswer,
      }),
      TE.map(({ scalingGroup }) => scalingGroup),
    );

/** Which AS groups to list; those that meet every given condition. */
export interface AsGroupFilter {
  /** Part of the name. */
  readonly scalingGroupName?: string;
  readonly scalingConfigurationId?: string;
  readonly scalingGroupStatus?: ScalingGroupStatus;
  /** `all_granted_eps` for every enterprise project that the user may see. */
  readonly enterpriseProjectId?: string;
}

/** A listing of AS groups. */
export interface AsGroupListing {
  readonly groups: readonly AsGroup[];
  /** How many there were according to the service when the first page was read. */
  readonly total: number;
}

/**
 * All AS groups that match. Absence from the listing does not prove that a group is gone: ask for it.
 *
 * @see as_06_0102
 */
export const listAsGroups =
  (client: AsClient) =>
  (filter: AsGroupFilter = {}): TE.TaskEither<AsError, AsGroupListing> =>
    pipe(
      readAllPages(
        (offset) =>
          pipe(
            client.request({
              operation: "list AS groups",
              method: "GET",
              version: "v1",
              path: "/scaling_group",
              query: {
                scaling_group_name: filter.scalingGroupName,
                scaling_configuration_id: filter.scalingConfigurationId,
                scaling_group_status: filter.scalingGroupStatus,
                enterprise_project_id: filter.enterpriseProjectId,
                start_number: offset,
                limit: PAGE_SIZE,
              },
              decoder: asGroupPage,
            }),
            TE.map((page) => ({ rows: page.scalingGroups, total: page.totalNumber })),
          ),
        (group) => group.scalingGroupId,
      ),
      TE.map(({ rows, total }) => ({ groups: rows, total })),
    );

/**
 * Changes the given fields of an AS group, and no others. Refused with AS.2030, AS.2047 or AS.2054 while a field
 * is locked. A repeated request may answer AS.2028: the desired number has that value already.
 *
 * @see as_06_0104
 */
export const modifyAsGroup =
  (client: AsClient) =>
  (id: string, modification: AsGroupModification): TE.TaskEither<AsError, void> =>
    pipe(
      client.request({
        operation: "modify AS group",
        method: "PUT",
        version: "v1",
        path: groupPath(id),
        body: toWire(modification),
        goneCodes: GROUP_GONE,
        decoder: asGroupIdAnswer,
      }),
      TE.map(() => undefined),
    );

/** Not repeated after a lost answer: the service refuses a second one (AS.2033) as if the first had failed. */
const act =
  (action: "resume" | "pause") =>
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, void> =>
    client.request({
      operation: `${action} AS group`,
      method: "POST",
      version: "v1",
      path: `${groupPath(id)}/action`,
      body: { action },
      goneCodes: GROUP_GONE,
      decoder: noContent,
    });

/**
 * Puts an AS group into service. Refused with AS.2033 if it is in service already, with AS.2018 if it has no
 * AS configuration.
 *
 * @see as_06_0106
 */
export const resumeAsGroup = act("resume");

/**
 * Pauses an AS group; a running scaling action goes on to its end. Refused with AS.2033 if it is paused already.
 *
 * @see as_06_0106
 */
export const pauseAsGroup = act("pause");

/**
 * Deletes an AS group. Without force it must be empty (AS.2021) and idle (AS.2033) and is gone at once; with
 * force it turns `DELETING`, and its instances leave first.
 *
 * @see as_06_0105
 */
export const deleteAsGroup =
  (client: AsClient) =>
  (id: string, { force }: { readonly force: boolean }): TE.TaskEither<AsError, void> =>
    client.request({
      operation: "delete AS group",
      method: "DELETE",
      version: "v1",
      path: groupPath(id),
      query: { force_delete: force ? "yes" : "no" },
      goneCodes: GROUP_GONE,
      decoder: noContent,
    });
