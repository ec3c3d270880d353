import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { refreshTable } from "../../core/instance-refresh/arguments";
import { refreshOutputs } from "../../core/instance-refresh/outputs";
import { explain, REFRESHING } from "../../core/message";
import { refresh } from "../../service/instance-refresh/refresh";
import { operationOf, type Bag } from "../context";
import { hereFor, orThrow } from "../as-group/context";
import { guarded, PartialFailure, ProviderError } from "../provider-error";
import { goalOf } from "./goal";

/**
 * Replaces the old instances of the group. When that halts on the way, the engine saves the resource, and the next `up`
 * goes on. A preview cannot look at the group before there is a resource, so the plan is told when it begins.
 */
export const create = (inputs: Bag): Promise<{ id: string; outs: Record<string, unknown> }> =>
  guarded(async () => {
    const args = await orThrow(REFRESHING, undefined, inputs, TE.fromEither(refreshTable.decode(inputs)));
    const id = args.scalingGroupId;
    const { environment, place } = await orThrow(REFRESHING, id, inputs, hereFor({}));
    const operation = operationOf(environment, inputs, args.timeout);
    const result = await refresh(operation, goalOf(args), operation.warn)();
    if (E.isRight(result)) {
      const outcome = { complete: true, replacedInstanceNumber: result.right.replaced };
      return { id, outs: refreshOutputs(inputs, outcome, place) };
    }
    const error = result.left;
    const reason = explain(error, { doing: REFRESHING, name: "", id });
    if (error._tag !== "RefreshHalted") throw new ProviderError(reason);
    const outcome = {
      complete: false,
      replacedInstanceNumber: error.total - (error.left?.length ?? error.total),
    };
    throw new PartialFailure(id, reason, {
      ...refreshOutputs(inputs, outcome, place),
      __provider: inputs["__provider"],
    });
  });
