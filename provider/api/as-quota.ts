/**
 * Quotas of Auto Scaling.
 *
 * @see as_06_0701, as_06_0702
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { AsQuota } from "../core/as-quota/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { quotasAnswer } from "./codec/as-quota";
import type { Decoded } from "./codec/wire";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = handled.groupGone.codes;

/** A number that the service does not count: the quota holds for each group. */
const NOT_COUNTED = -1;

const quotasIn = ({ quotas }: Decoded<typeof quotasAnswer>): readonly AsQuota[] =>
  quotas.resources.map(({ used, ...quota }) => ({
    ...quota,
    ...(used === undefined || used === NOT_COUNTED ? {} : { used }),
  }));

/**
 * The quotas of the project. Those of policies and instances count in each group, so nothing is used of them here.
 *
 * @see as_06_0701
 */
export const getAsQuotas = (client: AsClient): TE.TaskEither<AsError, readonly AsQuota[]> =>
  pipe(
    client.request({
      operation: "get AS quotas",
      method: "GET",
      version: "v1",
      path: "/quotas",
      decoder: quotasAnswer,
    }),
    TE.map(quotasIn),
  );

/**
 * The quotas of policies and of instances in a group.
 *
 * @see as_06_0702
 */
export const getAsGroupQuotas =
  (client: AsClient) =>
  (groupId: string): TE.TaskEither<AsError, readonly AsQuota[]> =>
    pipe(
      client.request({
        operation: "get quotas of AS group",
        method: "GET",
        version: "v1",
        path: `/quotas/${encodeURIComponent(groupId)}`,
        goneCodes: GROUP_GONE,
        decoder: quotasAnswer,
      }),
      TE.map(quotasIn),
    );
