import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { explain } from "../../core/message";
import type { OwnArguments } from "../../core/resource/arguments";
import { idsOf, type KeptObject } from "../../core/resource/kept";
import { appliedOutputs, type Place } from "../../core/resource/outputs";
import { adoptResource } from "../../service/resource/adopt";
import { createResource, type CreateFailure } from "../../service/resource/create";
import { findKept } from "../../service/resource/kept";
import type { Kind } from "../../service/resource/kind";
import { hereAs, nameIn, operationOf, orThrowAs, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded, PartialFailure, ProviderError } from "../provider-error";
import { isReplacement, lifeOf, note, replacedId } from "../replacements";
import type { CreateResult } from "../answers";
import { deleteExcess } from "./excess";
import { keptOutput, sortedKept } from "./kept";

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

interface Before {
  /** The object that is being replaced. */
  readonly object?: KeptObject;
  readonly kept: readonly KeptObject[];
  /** It exists no more: it was deleted outside, or has been deleted before its replacement. */
  readonly isGone: boolean;
}

/** What the resource has had. */
const before = (urn: string): Before => {
  const life = lifeOf(urn);
  return life?._tag === "Leaves" ? life : { kept: [], isGone: false };
};

/** A state of which the object is gone already is dropped by a destroy without a question. */
const stillThere = (title: string, ids: readonly string[]): string =>
  `${ids.map((id) => `${title} ${id}`).join(", ")} stays for the replacement: run \`pulumi up\` again before you destroy the stack`;

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
        note(args.selfUrn, { _tag: "Made", id: adoptId, kept: [] });
        return { id: adoptId, outs: appliedOutputs<Args, Live>(kind, inputs, live, here.place) };
      }
      const { object, kept, isGone } = before(args.selfUrn);
      const found = await orThrowAs(kind)(
        "creating",
        undefined,
        inputs,
        findKept(kind, here.environment, kept),
      );
      const created = await createResource(kind, operation, args, replaced, found)();
      const made = E.isLeft(created) ? created.left.id : created.right.id;
      if (made === undefined && isGone && found.length > 0)
        await tell("warn", stillThere(kind.title, idsOf(found)), args.selfUrn);
      const candidates = [...(object === undefined || isGone ? [] : [object]), ...found].filter(
        ({ id }) => id !== made,
      );
      const { staying, leaving } = sortedKept(kind, args, candidates);
      // Whatever replaces an object that is there still, its deletion comes, and takes those that are too many.
      const excess = !isGone
        ? []
        : E.isLeft(created)
          ? leaving
          : await deleteExcess(kind, operation, leaving, args);
      const remaining = [...staying, ...excess];
      if (made !== undefined) note(args.selfUrn, { _tag: "Made", id: made, kept: idsOf(remaining) });
      const keptOutputs = keptOutput(kind, remaining);
      if (E.isLeft(created)) throw failureOf(kind, created.left, inputs, here.place, keptOutputs);
      const { id, live } = created.right;
      return { id, outs: { ...appliedOutputs<Args, Live>(kind, inputs, live, here.place), ...keptOutputs } };
    });
