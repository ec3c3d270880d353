/** AS policies as a kind of resource. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { createAsPolicy, deleteAsPolicy, listAsPoliciesOf, modifyAsPolicy } from "../../api/as-policy";
import type { AsClient } from "../../api/client";
import {
  actionNames,
  type AsPolicyArguments,
  asPolicyTable,
  scheduleNames,
} from "../../core/as-policy/arguments";
import { handled } from "../../core/as-code/handling";
import { begun, creationOf, modificationOf, nameOf } from "../../core/as-policy/bodies";
import { asPolicyFields } from "../../core/as-policy/fields";
import type { AsPolicy, AsPolicyModification } from "../../core/as-policy/model";
import { asPolicyOutputNames, asPolicyOutputs } from "../../core/as-policy/outputs";
import { ownPolicyAmong } from "../../core/as-policy/ownership";
import { checkAsPolicyRules } from "../../core/as-policy/rules";
import { momentOf } from "../../core/as-policy/times";
import type { AsError } from "../../core/error";
import type { ResourceChange } from "../../core/resource/compare";
import type { ResourceEnvironment } from "../resource/environment";
import type { Kind } from "../resource/kind";
import { livePolicies } from "./live-policies";
import { switchAsPolicy } from "./switch";

/** A resource that does not exist has no policies: what is wrong with it, the creation says. */
const findOwn = (
  client: AsClient,
  args: AsPolicyArguments,
  replacedId: string | undefined,
): TE.TaskEither<AsError, O.Option<string>> =>
  pipe(
    listAsPoliciesOf(client)(args.scalingResourceId, { scalingPolicyName: nameOf(args) }),
    TE.chainEitherK(({ policies }) => ownPolicyAmong(policies, args, replacedId)),
    TE.orElse((error) => (error._tag === "NotFound" ? TE.right(O.none) : TE.left(error))),
  );

const modify = (
  { client, clock, shared }: ResourceEnvironment,
  id: string,
  body: AsPolicyModification,
): TE.TaskEither<AsError, unknown> =>
  body.scheduledPolicy === undefined
    ? modifyAsPolicy(client)(id, body)
    : pipe(
        // Read for the comparison a moment ago: no call is made.
        shared(livePolicies).find(id),
        TE.map((live) => begun(body, O.toUndefined(live)?.scheduledPolicy, momentOf(clock.now()))),
        TE.chain((whole) => modifyAsPolicy(client)(id, whole)),
      );

/** A policy that is to be disabled is paused before it changes, one that is to be enabled is resumed afterwards. */
const update = (
  environment: ResourceEnvironment,
  id: string,
  args: AsPolicyArguments,
  changes: readonly ResourceChange[],
): TE.TaskEither<AsError, unknown> => {
  const isSwitched = changes.some(({ field }) => field === "enabled");
  const changed = changes.filter(({ field }) => field !== "enabled");
  // Each wanted value is that of its own field.
  const fields = Object.fromEntries(
    changed.map(({ field, wanted }) => [field, wanted]),
  ) as AsPolicyModification;
  const nothing: TE.TaskEither<AsError, unknown> = TE.right(undefined);
  const edit = changed.length === 0 ? nothing : modify(environment, id, modificationOf(args, fields));
  const turn = isSwitched ? switchAsPolicy(environment.client, id, args.enabled) : nothing;
  return args.enabled
    ? pipe(
        edit,
        TE.chain(() => turn),
      )
    : pipe(
        turn,
        TE.chain(() => edit),
      );
};

/** The kind. */
export const asPolicyKind: Kind<AsPolicyArguments, AsPolicy> = {
  title: "AS policy",
  table: asPolicyTable,
  fields: asPolicyFields,
  nested: { scheduledPolicy: scheduleNames, scalingPolicyAction: actionNames },
  hiddenArguments: ["description"],
  outputNames: asPolicyOutputNames,
  outputsOf: asPolicyOutputs,
  idOutput: "scalingPolicyId",
  nameArgument: "scalingPolicyName",
  // It is being executed, or its group is scaling.
  busyCodes: handled.policyBusy.codes,
  rules: checkAsPolicyRules,
  find: ({ shared }, id) => shared(livePolicies).find(id),
  invalidate: ({ shared }, id) => {
    shared(livePolicies).invalidate(id);
  },
  findOwn: ({ client }, args, replacedId) => findOwn(client, args, replacedId),
  createsUnlisted: true,
  create: ({ environment: { client } }, args) => createAsPolicy(client)(creationOf(nameOf(args), args)),
  update: ({ environment }, id, args, changes) => update(environment, id, args, changes),
  remove: ({ environment: { client } }, id) => deleteAsPolicy(client)(id),
};
