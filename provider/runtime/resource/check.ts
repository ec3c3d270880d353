import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { CheckFailure } from "../../core/check/failure";
import type { OwnArguments } from "../../core/resource/arguments";
import { checkResource } from "../../core/resource/check";
import { UNKNOWN } from "../../core/unknown";
import { previewAdoption } from "../../service/resource/adopt";
import type { Kind } from "../../service/resource/kind";
import { hereAs, orThrowAs, urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { generationOf, replacedId } from "../replacements";

/** The object that a new resource is to take over. A replacement does not take over what it replaces. */
const toBeAdopted = (olds: Bag, news: Bag): string | undefined => {
  const id = news["adoptId"];
  const isNew = Object.keys(olds).length === 0;
  return isNew && typeof id === "string" && id !== UNKNOWN && id !== replacedId(urnOf(news)) ? id : undefined;
};

/** Tells on the row of a new resource what its adoption changes: nothing else is called about it during a preview. */
const tellAdoption = async <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  id: string,
  inputs: Bag,
): Promise<void> => {
  const line = await orThrowAs(kind)(
    "the adoption",
    id,
    inputs,
    pipe(
      TE.Do,
      TE.apS("here", hereAs(kind)({})),
      TE.bind("program", () => TE.fromEither(kind.table.known(inputs))),
      TE.chain(({ here: { environment }, program }) => previewAdoption(kind, environment, id, program)),
    ),
  );
  await tell("info", line, urnOf(inputs));
};

/** Validates the arguments and names the object; no network, unless one is to be adopted. Both bags hold inputs. */
export const checkOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (olds: Bag, news: Bag): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
    guarded(async () => {
      const { inputs, failures } = checkResource(kind, olds, news, generationOf(urnOf(news)));
      const id = toBeAdopted(olds, news);
      if (failures.length === 0 && id !== undefined) await tellAdoption(kind, id, inputs);
      return { inputs, failures: [...failures] };
    });
