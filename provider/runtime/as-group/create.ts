import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { decodeArguments } from "../../core/as-group/arguments";
import { outputsOf } from "../../core/as-group/outputs";
import { explain } from "../../core/message";
import { adopt } from "../../service/as-group/adopt";
import { create as createGroup } from "../../service/as-group/create";
import { guarded, PartialFailure, ProviderError } from "../provider-error";
import { isReplacement, note, replacedId } from "../replacements";
import { operationOf, type Bag } from "../context";
import { hereFor, orThrow } from "./context";

/**
 * Creates the group, or adopts one, and waits until it is as wanted. When that fails after the group has come to be,
 * the engine saves it, and the next `up` goes on from there.
 */
export const create = (inputs: Bag): Promise<{ id: string; outs: Record<string, unknown> }> =>
  guarded(async () => {
    const args = await orThrow("creating", undefined, inputs, TE.fromEither(decodeArguments(inputs)));
    const { environment, place } = await orThrow("creating", undefined, inputs, hereFor({}));
    const operation = operationOf(environment, inputs, args.timeouts.create);
    const replaced = replacedId(args.selfUrn);
    const { adoptId } = args;
    if (adoptId !== undefined && !isReplacement(args.selfUrn)) {
      // Nothing is recorded of an adoption that fails: whoever then destroys the stack must not lose the group.
      const group = await orThrow("the adoption", adoptId, inputs, adopt(operation, args, adoptId));
      note(args.selfUrn, { _tag: "Made", id: adoptId, kept: [] });
      return { id: adoptId, outs: outputsOf(inputs, group, place) };
    }
    const result = await createGroup(operation, args, replaced)();
    if (E.isRight(result)) {
      note(args.selfUrn, { _tag: "Made", id: result.right.scalingGroupId, kept: [] });
      return { id: result.right.scalingGroupId, outs: outputsOf(inputs, result.right, place) };
    }

    const { error, created } = result.left;
    const context = { doing: "creating", name: args.scalingGroupName };
    if (created === undefined) throw new ProviderError(explain(error, context));
    note(args.selfUrn, { _tag: "Made", id: created.id, kept: [] });
    throw new PartialFailure(created.id, explain(error, { ...context, id: created.id }), {
      ...outputsOf(inputs, O.toUndefined(created.group), place),
      scalingGroupId: created.id,
      __provider: inputs["__provider"],
    });
  });
