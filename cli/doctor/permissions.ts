/** Which reads the signed-in user may make, each tried by itself. Writes are not tried. */
import * as E from "fp-ts/Either";
import * as RA from "fp-ts/ReadonlyArray";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsClient } from "../../provider/api/client";
import { decoder } from "../../provider/core/codec/decoder";
import type { AsError } from "../../provider/core/error";
import { isRecord, recordOf, type UnknownRecord } from "../../provider/core/record";
import { isForbidden } from "../../provider/service/forbidden";
import * as t from "io-ts";
import { findingOf } from "./advice";
import { fine, type Finding, problem, untried } from "./finding";

/** One read, and the action that a policy has to allow for it. */
interface Probe {
  readonly what: string;
  readonly action: string;
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
}

/** Anything that is an object: what is in it is for others to judge. */
const anyObject = decoder<UnknownRecord>("an object", (value, context) =>
  isRecord(value) ? t.success(value) : t.failure(value, context),
);

const groups: Probe = { what: "list AS groups", action: "as:groups:list", path: "/scaling_group" };

/**
 * @see as_05_0202, as_07_0203 to as_07_0211
 */
const ofProject: readonly Probe[] = [
  { what: "list AS configurations", action: "as:configs:list", path: "/scaling_configuration" },
  {
    what: "list tags of all groups",
    action: "as:tagResources:list",
    method: "POST",
    path: "/scaling_group_tag/resource_instances/action",
    body: { action: "count" },
  },
];

const ofGroup = (id: string): readonly Probe[] => [
  { what: "read an AS group", action: "as:groups:get", path: `/scaling_group/${id}` },
  { what: "list instances", action: "as:instances:list", path: `/scaling_group_instance/${id}/list` },
  { what: "list AS policies", action: "as:policies:list", path: `/scaling_policy/${id}/list` },
  {
    what: "list lifecycle hooks",
    action: "as:lifecycleHooks:list",
    path: `/scaling_lifecycle_hook/${id}/list`,
  },
  { what: "list notifications", action: "as:notifications:list", path: `/scaling_notification/${id}` },
  {
    // The documents spell the action so.
    what: "list scaling action logs",
    action: "as:acivityLogs:list",
    path: `/scaling_activity_log/${id}`,
  },
  { what: "read the tags of a group", action: "as:tags:list", path: `/scaling_group_tag/${id}/tags` },
];

const ask = (
  client: AsClient,
  { what, method = "GET", path, body }: Probe,
): TE.TaskEither<AsError, UnknownRecord> =>
  client.request({
    operation: what,
    method,
    version: "v1",
    path,
    ...(body === undefined ? { query: { limit: 1 } } : { body }),
    idempotent: true,
    decoder: anyObject,
  });

/** What is missing for a forbidden read. */
export const forbidden = (what: string, action: string): Finding =>
  problem(`${what}: this user may not`, [
    `ask an administrator of the account for the action ${action} in this project, or for the role AutoScaling Administrator`,
  ]);

const judge =
  ({ what, action }: Probe) =>
  (error: AsError): Finding =>
    isForbidden(error) ? forbidden(what, action) : findingOf(error, what, []);

const tryOne = (client: AsClient, probe: Probe): T.Task<Finding> =>
  pipe(
    ask(client, probe),
    TE.match(judge(probe), () => fine(probe.what)),
  );

const firstGroup = (answer: UnknownRecord): string | undefined => {
  const { scaling_groups: rows } = answer;
  const id = Array.isArray(rows) ? recordOf(rows[0])["scaling_group_id"] : undefined;
  return typeof id === "string" ? id : undefined;
};

const inGroup = (client: AsClient, id: string | undefined): T.Task<readonly Finding[]> =>
  id === undefined
    ? T.of([untried("reads inside of a group are not tried, because no group can be seen")])
    : pipe(
        ofGroup(encodeURIComponent(id)),
        RA.traverse(T.ApplicativePar)((probe) => tryOne(client, probe)),
      );

/** The first question: whether anything answers, and whether the groups may be seen. */
export const listGroups = (client: AsClient): TE.TaskEither<AsError, UnknownRecord> => ask(client, groups);

/** Tries all reads, after the first question has been answered. */
export const examinePermissions = (
  client: AsClient,
  listing: E.Either<AsError, UnknownRecord>,
): T.Task<readonly Finding[]> =>
  pipe(
    T.Do,
    T.apS(
      "project",
      pipe(
        ofProject,
        RA.traverse(T.ApplicativePar)((probe) => tryOne(client, probe)),
      ),
    ),
    T.apS("group", inGroup(client, E.isRight(listing) ? firstGroup(listing.right) : undefined)),
    T.map(({ project, group }) => [
      E.isRight(listing) ? fine(groups.what) : judge(groups)(listing.left),
      ...project,
      ...group,
    ]),
  );
