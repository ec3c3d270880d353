import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { OwnArguments } from "../../core/resource/arguments";
import { idsOf } from "../../core/resource/kept";
import { refreshedOutputs } from "../../core/resource/outputs";
import { isRecorded } from "../../core/resource/recorded";
import type { Kind } from "../../service/resource/kind";
import { hereAs, orThrowAs, urnOf, type Bag } from "../context";
import { perProcess } from "../process";
import { guarded, ProviderError } from "../provider-error";
import type { ReadResult } from "../answers";
import { tell } from "../engine-log";
import { keptIn } from "./kept";

const justRead = perProcess(() => new Set<string>());

const leftBehind = (title: string, ids: readonly string[]): string =>
  `the ${title} is gone, and with it the record of those that were kept: delete them yourself (${ids.join(", ")})`;

const keyOf = (urn: string, id: string): string => `${urn} ${id}`;

/**
 * Right after a refresh has read an object, the engine calls `diff` for its own display only. Comparing with the live
 * object once more would be a call for nothing.
 */
export const wasJustRead = (urn: string, id: string): boolean => justRead().delete(keyOf(urn, id));

/** Reads the live object: for a refresh, a look-up, or after a file import. */
export const readOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, props: Bag): Promise<ReadResult> =>
    guarded(async () => {
      const { here, found } = await orThrowAs(kind)(
        "reading",
        id,
        props,
        pipe(
          TE.Do,
          TE.apS("here", hereAs(kind)(props)),
          TE.bind("found", ({ here: { environment } }) => kind.find(environment, id)),
        ),
      );
      if (O.isNone(found)) {
        const kept = idsOf(keptIn(kind, props));
        if (kept.length > 0) await tell("warn", leftBehind(kind.title, kept), urnOf(props));
        if (isRecorded(props)) return {};
        // To a look-up, the engine would answer with an object that does not exist.
        throw new ProviderError(`there is no ${kind.title} with id ${id} in project ${here.place.projectId}`);
      }
      justRead().add(keyOf(urnOf(props), id));
      const { inputs, outputs } = refreshedOutputs<Args, Live>(kind, props, found.value, here.place);
      return { id, props: outputs, inputs };
    });
