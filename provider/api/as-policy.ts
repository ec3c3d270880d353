/**
 * Operations on AS policies, in version 2 of the API where it has them: version 1 knows no bandwidth policies. Delete
 * and the actions exist in version 1 only and serve both.
 *
 * @see as_06_0402, as_06_0404, as_06_0406, as_06_0407, as_06_0409 to as_06_0412
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type {
  AsPolicy,
  AsPolicyCreation,
  AsPolicyModification,
  ScalingPolicyType,
  ScalingResourceType,
} from "../core/as-policy/model";
import { handled } from "../core/as-code/handling";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { asPolicyAnswer, asPolicyIdAnswer, asPolicyPage } from "./codec/as-policy";
import { noContent, toWire } from "./codec/wire";
import type { HttpRequest } from "./http";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.3020: the policy does not exist. */
const POLICY_GONE = handled.policyGone.codes;

/** The resource whose policies are listed does not exist: AS.3042, or AS.2007 of a group. */
const RESOURCE_GONE = handled.policyResourceGone.codes;

const policyPath = (id: string): string => `/scaling_policy/${encodeURIComponent(id)}`;

/**
 * Creates an AS policy, which is enabled at once, and gives its id. Not repeated when the answer is lost. Refused with
 * AS.3032 when its group has 50 already, with AS.3034 when its alarm rule serves another resource, with AS.3010 when
 * its moment lies in the past.
 *
 * @see as_06_0402
 */
export const createAsPolicy =
  (client: AsClient) =>
  (creation: AsPolicyCreation): TE.TaskEither<AsError, string> =>
    pipe(
      client.request({
        operation: "create AS policy",
        method: "POST",
        version: "v2",
        path: "/scaling_policy",
        body: toWire(creation),
        decoder: asPolicyIdAnswer,
      }),
      TE.map(({ scalingPolicyId }) => scalingPolicyId),
    );

/**
 * The live AS policy.
 *
 * @see as_06_0409
 */
export const getAsPolicy =
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, AsPolicy> =>
    pipe(
      client.request({
        operation: "get AS policy",
        method: "GET",
        version: "v2",
        path: policyPath(id),
        goneCodes: POLICY_GONE,
        decoder: asPolicyAnswer,
      }),
      TE.map(({ scalingPolicy }) => scalingPolicy),
    );

/** Which AS policies of a resource to list; those that meet every given condition. */
export interface AsPolicyOfResourceFilter {
  /** Part of the name. */
  readonly scalingPolicyName?: string;
  readonly scalingPolicyType?: ScalingPolicyType;
  readonly scalingPolicyId?: string;
}

/** Which AS policies to list, and in which order. */
export interface AsPolicyFilter extends AsPolicyOfResourceFilter {
  readonly scalingResourceId?: string;
  readonly scalingResourceType?: ScalingResourceType;
  readonly alarmId?: string;
  /** `all_granted_eps` for every enterprise project that the user may see. */
  readonly enterpriseProjectId?: string;
  /** `TRIGGER_CONDITION`: alarms first, then by the next time at which the policy acts. */
  readonly sortBy?: "POLICY_NAME" | "TRIGGER_CONDITION" | "CREATE_TIME";
  readonly order?: "ASC" | "DESC";
}

/** A listing of AS policies. */
export interface AsPolicyListing {
  readonly policies: readonly AsPolicy[];
  /** How many there were according to the service when the first page was read. */
  readonly total: number;
}

interface Listing {
  readonly operation: string;
  readonly path: string;
  readonly query: NonNullable<HttpRequest["query"]>;
  readonly goneCodes?: readonly string[];
}

const list = (client: AsClient, { query, ...asked }: Listing): TE.TaskEither<AsError, AsPolicyListing> =>
  pipe(
    readAllPages(
      (offset) =>
        pipe(
          client.request({
            ...asked,
            method: "GET",
            version: "v2",
            query: { ...query, start_number: offset, limit: PAGE_SIZE },
            decoder: asPolicyPage,
          }),
          TE.map((page) => ({ rows: page.scalingPolicies, total: page.totalNumber })),
        ),
      (policy) => policy.scalingPolicyId,
    ),
    TE.map(({ rows, total }) => ({ policies: rows, total })),
  );

const ofResource = (filter: AsPolicyOfResourceFilter): Listing["query"] => ({
  scaling_policy_name: filter.scalingPolicyName,
  scaling_policy_type: filter.scalingPolicyType,
  scaling_policy_id: filter.scalingPolicyId,
});

/**
 * All AS policies that match. Needs the permission to get AS groups, too. Absence from the listing does not prove that
 * a policy is gone: ask for it.
 *
 * @see as_06_0407
 */
export const listAsPolicies =
  (client: AsClient) =>
  (filter: AsPolicyFilter = {}): TE.TaskEither<AsError, AsPolicyListing> =>
    list(client, {
      operation: "list AS policies",
      path: "/scaling_policy",
      query: {
        ...ofResource(filter),
        scaling_resource_id: filter.scalingResourceId,
        scaling_resource_type: filter.scalingResourceType,
        alarm_id: filter.alarmId,
        enterprise_project_id: filter.enterpriseProjectId,
        sort_by: filter.sortBy,
        order: filter.order,
      },
    });

/**
 * The AS policies of one AS group or bandwidth that match. Not found when that does not exist.
 *
 * @see as_06_0406
 */
export const listAsPoliciesOf =
  (client: AsClient) =>
  (
    scalingResourceId: string,
    filter: AsPolicyOfResourceFilter = {},
  ): TE.TaskEither<AsError, AsPolicyListing> =>
    list(client, {
      operation: "list AS policies of a resource",
      path: `${policyPath(scalingResourceId)}/list`,
      query: ofResource(filter),
      goneCodes: RESOURCE_GONE,
    });

/**
 * Changes the given fields of an AS policy, and no others. Refused with AS.3038 while it executes.
 *
 * @see as_06_0404
 */
export const modifyAsPolicy =
  (client: AsClient) =>
  (id: string, modification: AsPolicyModification): TE.TaskEither<AsError, void> =>
    pipe(
      client.request({
        operation: "modify AS policy",
        method: "PUT",
        version: "v2",
        path: policyPath(id),
        body: toWire(modification),
        goneCodes: POLICY_GONE,
        decoder: asPolicyIdAnswer,
      }),
      TE.map(() => undefined),
    );

/** Not repeated after a lost answer: the service may refuse a second one as if the first had failed. */
const act =
  (action: "resume" | "pause") =>
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, void> =>
    client.request({
      operation: `${action} AS policy`,
      method: "POST",
      version: "v1",
      path: `${policyPath(id)}/action`,
      body: { action },
      goneCodes: POLICY_GONE,
      decoder: noContent,
    });

/**
 * Enables an AS policy. Refused with AS.3030, AS.3010 or AS.3033 when its alarm rule is gone or its time has passed,
 * and with AS.2033 if it is enabled already.
 *
 * @see as_06_0410
 */
export const resumeAsPolicy = act("resume");

/**
 * Disables an AS policy. Refused with AS.3038 while it executes, and with AS.2033 if it is disabled already.
 *
 * @see as_06_0410
 */
export const pauseAsPolicy = act("pause");

/**
 * Deletes an AS policy. Refused with AS.3038 while a bandwidth policy executes.
 *
 * @see as_06_0411
 */
export const deleteAsPolicy =
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, void> =>
    client.request({
      operation: "delete AS policy",
      method: "DELETE",
      version: "v1",
      path: policyPath(id),
      goneCodes: POLICY_GONE,
      decoder: noContent,
    });
