import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { explain } from "../../core/message";
import type { OwnArguments } from "../../core/resource/arguments";
import { appliedOutputs, type Place } from "../../core/resource/outputs";
import { adoptResource } from "../../service/resource/adopt";
import { createResource, type CreateFailure } from "../../service/resource/create";
import type { Kind } from "../../service/resource/kind";
import { hereAs, nameIn, operationOf, orThrowAs, type Bag } from "../context";
import { guarded, PartialFailure, ProviderError } from "../provider-error";
import { isReplacement, keep, replacedId, waysBack } from "../replacements";
import type { CreateResult } from "../answers";
import { keptOutput, stillKept } from "./kept";

/** A failure after the object has come to be is saved by the engine, and the next `up` goes on from there. */
const failureOf = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  { error, id }: CreateFailure,
  inputs: Bag,
  place: Place,
  kept: Bag,
): ProviderError => {
  const context = { title: kind.title, doing: "creating", name: nameIn(kind, inputs) };
  if (id === undefined) return new ProviderError(explain(error, context));
  return new PartialFailure(id, explain(error, { ...context, id }), {
    ...appliedOutputs<Args, Live>(kind, inputs, undefined, place),
    ...kept,
    [kind.idOutput]: id,
    __provider: inputs["__provider"],
  });
};

/** Creates the object, or adopts one. */
export const createOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (inputs: Bag): Promise<CreateResult> =>
    guarded(async () => {
      const { args, here } = await orThrowAs(kind)(
        "creating",
        undefined,
        inputs,
        pipe(
          TE.fromEither(kind.table.decode(inputs)),
          TE.bindTo("args"),
          TE.bind("here", () => hereAs(kind)({})),
        ),
      );
      const operation = operationOf(here.environment, inputs, args.timeouts.create);
      const replaced = replacedId(args.selfUrn);
      const { adoptId } = args;
      if (adoptId !== undefined && !isReplacement(args.selfUrn)) {
        // Nothing is recorded of an adoption that fails: whoever then destroys the stack must not lose the object.
        const adopted = adoptResource(kind, operation, adoptId, args);
        const live = await orThrowAs(kind)("the adoption", adoptId, inputs, adopted);
        keep(args.selfUrn, adoptId);
        return { id: adoptId, outs: appliedOutputs<Args, Live>(kind, inputs, live, here.place) };
      }
      const ways = waysBack(args.selfUrn);
      kind.keeping?.setAside(here.environment, args, ways);
      const created = await createResource(kind, operation, args, replaced, ways)();
      const made = E.isLeft(created) ? created.left.id : created.right.id;
      const before = stillKept(
        kind,
        args,
        ways.filter((way) => way !== made),
      );
      if (made !== undefined) keep(args.selfUrn, made, before);
      const kept = keptOutput(kind, before);
      if (E.isLeft(created)) throw failureOf(kind, created.left, inputs, here.place, kept);
      const { id, live } = created.right;
      return { id, outs: { ...appliedOutputs<Args, Live>(kind, inputs, live, here.place), ...kept } };
    });
