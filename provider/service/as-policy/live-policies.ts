/** The live AS policies, as everybody in this process sees them: one listing serves all who ask within a few seconds. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { getAsPolicy, listAsPolicies } from "../../api/as-policy";
import type { AsClient } from "../../api/client";
import { PAGE_SIZE } from "../../api/paging";
import type { AsPolicy } from "../../core/as-policy/model";
import type { AsError } from "../../core/error";
import type { Clock } from "../../wait/clock";
import { type BulkRead, createBulkRead } from "../bulk-read";

interface Listed {
  readonly total: number;
  readonly byId: ReadonlyMap<string, AsPolicy>;
}

const MAX_AGE_MS = 3000;

/** Where nobody may list them, and for one that the listing does not show, each policy is asked for by itself. */
export const livePolicies = (client: AsClient, clock: Clock): BulkRead<Listed, O.Option<AsPolicy>> =>
  createBulkRead<Listed, O.Option<AsPolicy>>(
    {
      all: pipe(
        listAsPolicies(client)(),
        TE.map(({ policies, total }) => ({
          total,
          byId: new Map(policies.map((policy) => [policy.scalingPolicyId, policy])),
        })),
      ),
      callsFor: ({ total }) => Math.ceil(total / PAGE_SIZE),
      pick: ({ byId }, id) => pipe(byId.get(id), O.fromNullable, O.map(O.some)),
      one: (id) =>
        pipe(
          getAsPolicy(client)(id),
          TE.map(O.some),
          TE.orElse((error: AsError) => (error._tag === "NotFound" ? TE.right(O.none) : TE.left(error))),
        ),
    },
    clock,
    MAX_AGE_MS,
  );
