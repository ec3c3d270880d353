import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { isRecordedRefresh, recordedInputs } from "../../core/instance-refresh/outputs";
import { REFRESHING } from "../../core/message";
import type { Bag } from "../context";
import { hereFor, orThrow } from "../as-group/context";
import { perProcess } from "../process";
import type { ReadResult } from "../answers";
import { guarded, ProviderError } from "../provider-error";

const justRead = perProcess(() => new Set<string>());

/** Right after a refresh of the state has read a resource, the engine calls `diff` for its own display only. */
export const wasJustRead = (urn: string): boolean => justRead().delete(urn);

/** A refresh that is done does not drift: all that can happen is that its group is gone. */
export const read = (id: string, props: Bag): Promise<ReadResult> =>
  guarded(async () => {
    if (!isRecordedRefresh(props))
      throw new ProviderError(
        "an instance refresh is something that is done: it cannot be looked up or imported",
      );
    const found = await orThrow(
      REFRESHING,
      id,
      props,
      pipe(
        hereFor(props),
        TE.chain(({ environment }) => environment.live.find(id)),
      ),
    );
    if (O.isNone(found)) return {};
    const { __provider: _, ...outputs } = props;
    justRead().add(id);
    return { id, props: outputs, inputs: recordedInputs(props) };
  });
