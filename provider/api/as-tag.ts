/**
 * Operations on tags of AS groups.
 *
 * @see as_06_1002 to as_06_1004
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { Tags } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { taggedResourcePage, tagList, tagsAnswer, tagsOf } from "./codec/as-tag";
import { noContent } from "./codec/wire";
import { readAllPages } from "./paging";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = handled.groupGone.codes;

const TAGGED_RESOURCES_PER_PAGE = 1000;

const tagsPath = (groupId: string): string => `/scaling_group_tag/${encodeURIComponent(groupId)}/tags`;

/**
 * The tags of one group, without system tags.
 *
 * @see as_06_1002
 */
export const getAsGroupTags =
  (client: AsClient) =>
  (groupId: string): TE.TaskEither<AsError, Tags> =>
    pipe(
      client.request({
        operation: "get tags of AS group",
        method: "GET",
        version: "v1",
        path: tagsPath(groupId),
        goneCodes: GROUP_GONE,
        decoder: tagsAnswer,
      }),
      TE.map(({ tags }) => tagsOf(tags)),
    );

/** Both actions end in the same tags however often they are carried out. */
const act = (
  client: AsClient,
  groupId: string,
  action: "create" | "delete",
  tags: readonly { readonly key: string; readonly value?: string }[],
): TE.TaskEither<AsError, void> =>
  client.request({
    operation: `${action} tags of AS group`,
    method: "POST",
    version: "v1",
    path: `${tagsPath(groupId)}/action`,
    body: { action, tags },
    idempotent: true,
    goneCodes: GROUP_GONE,
    decoder: noContent,
  });

/**
 * Sets these tags of a group, at least one; a tag with the same key is overwritten, others stay. A group has at
 * most ten (AS.7045).
 *
 * @see as_06_1003
 */
export const putAsGroupTags =
  (client: AsClient) =>
  (groupId: string, tags: Tags): TE.TaskEither<AsError, void> =>
    act(client, groupId, "create", tagList(tags));

/**
 * Removes the tags with these keys, at least one.
 *
 * @see as_06_1003
 */
export const removeAsGroupTags =
  (client: AsClient) =>
  (groupId: string, keys: readonly string[]): TE.TaskEither<AsError, void> =>
    act(
      client,
      groupId,
      "delete",
      keys.map((key) => ({ key })),
    );

/**
 * The tags of all groups by group id, with one call for a thousand groups. A group without tags may be missing.
 *
 * @see as_06_1004
 */
export const tagsOfAllAsGroups = (client: AsClient): TE.TaskEither<AsError, ReadonlyMap<string, Tags>> =>
  pipe(
    readAllPages(
      (offset) =>
        pipe(
          client.request({
            operation: "list tags of AS groups",
            method: "POST",
            version: "v1",
            path: "/scaling_group_tag/resource_instances/action",
            body: {
              action: "filter",
              without_any_tag: false,
              limit: String(TAGGED_RESOURCES_PER_PAGE),
              offset: String(offset),
            },
            // A query, although it is a POST.
            idempotent: true,
            decoder: taggedResourcePage,
          }),
          TE.map((page) => ({ rows: page.resources, total: page.totalCount })),
        ),
      ({ resourceId }) => resourceId,
    ),
    TE.map(({ rows }) => new Map(rows.map(({ resourceId, tags }) => [resourceId, tagsOf(tags)]))),
  );
