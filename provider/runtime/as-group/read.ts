import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { refreshed } from "../../core/as-group/outputs";
import { withoutRefresh } from "../../core/instance-refresh/numbers";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { isRecorded } from "../../core/resource/recorded";
import { findLive } from "../../service/as-group/converge";
import { perProcess } from "../process";
import type { ReadResult } from "../answers";
import { guarded, ProviderError } from "../provider-error";
import type { Bag } from "../context";
import { hereFor, orThrow } from "./context";

const justRead = perProcess(() => new Set<string>());

/**
 * Right after a refresh has read a group, the engine calls `diff` for its own display only. Comparing with the live
 * group once more would be a call for nothing, and an explanation would make the refresh fail.
 */
export const wasJustRead = (id: string): boolean => justRead().delete(id);

/**
 * Reads the live group: for a refresh, a look-up, or after a file import.
 *
 * @param props recorded outputs; for a look-up or an import just what the constructor passed
 */
export const read = (id: string, props: Bag): Promise<ReadResult> =>
  guarded(async () => {
    const recorded = recordedAsGroup(props);
    const isRefresh = isRecorded(props);
    // Where tags may not be read, a refresh can do without them unless the program manages them; an import cannot.
    const interest = isRefresh ? recorded : { ...recorded, managedArguments: ["tags"] };
    const { here, found } = await orThrow(
      "reading",
      id,
      props,
      pipe(
        TE.Do,
        TE.apS("here", hereFor(props)),
        TE.bind("found", ({ here: { environment } }) => findLive(environment, id, {}, interest)),
      ),
    );
    if (O.isNone(found)) {
      if (isRefresh) return {};
      // To a look-up, the engine would answer with a group that does not exist.
      throw new ProviderError(`there is no AS group with id ${id} in project ${here.place.projectId}`);
    }
    justRead().add(id);
    const { group, tags } = found.value;
    const { inputs, outputs } = refreshed(props, withoutRefresh(group, tags), tags, here.place);
    return { id, props: outputs, inputs };
  });
