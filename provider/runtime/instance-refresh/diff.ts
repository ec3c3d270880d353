import { isDeepStrictEqual } from "node:util";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroup } from "../../core/as-group/model";
import { ownerOf } from "../../core/as-group/journal-owner";
import { refreshTable, type RefreshArgumentName } from "../../core/instance-refresh/arguments";
import { DEFAULT_MANNER } from "../../core/instance-refresh/manner";
import { recordedOutcome } from "../../core/instance-refresh/outputs";
import type { AsError } from "../../core/error";
import { isInterrupted, previewRefresh } from "../../service/instance-refresh/preview";
import { urnOf, type Bag } from "../context";
import { hereFor, orThrow } from "../as-group/context";
import { tell } from "../engine-log";
import { expectedConfiguration } from "../expected-configurations";
import type { DiffResult } from "../answers";
import { guarded } from "../provider-error";
import { wasJustRead } from "./read";

/** Arguments that the program has changed since they were last applied. */
const editedIn = (olds: Bag, news: Bag): ReadonlySet<RefreshArgumentName> =>
  new Set(
    refreshTable.names.filter(
      (name) => name !== "selfUrn" && !isDeepStrictEqual(olds[name] ?? undefined, news[name] ?? undefined),
    ),
  );

/** At preview, the group still has the configuration that it is about to lose. */
const asExpected = (group: AsGroup): AsGroup => {
  const configuration = expectedConfiguration(group.scalingGroupId);
  return configuration === undefined ? group : { ...group, scalingConfigurationId: configuration };
};

/** The plan in words, if the next `up` replaces instances. */
const planFor = (
  id: string,
  olds: Bag,
  news: Bag,
  isWanted: boolean,
): TE.TaskEither<AsError, O.Option<string>> =>
  pipe(
    TE.Do,
    TE.apS("here", hereFor(olds)),
    TE.bind("args", () => TE.fromEither(refreshTable.known(news))),
    TE.let("goal", ({ args }) => ({
      id,
      manner: { ...DEFAULT_MANNER, ...args.known },
      owner: ownerOf(urnOf(news)),
    })),
    TE.bind("begins", ({ here, goal }) =>
      isWanted ? TE.right(true) : isInterrupted(here.environment, goal),
    ),
    TE.chain(({ here, goal, begins }) =>
      begins
        ? pipe(previewRefresh(here.environment, goal, asExpected), TE.map(O.some))
        : TE.right<AsError, O.Option<string>>(O.none),
    ),
  );

/** Tells what the next `up` replaces. What forbids it is explained by an exception. */
export const diff = (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
  guarded(async () => {
    if (wasJustRead(id)) return {};
    const edited = editedIn(olds, news);
    if (edited.has("scalingGroupId")) return { replaces: ["scalingGroupId"] };
    const isWanted = edited.has("triggers") || !recordedOutcome(olds).complete;
    const plan = await orThrow(
      "the plan of an instance refresh",
      id,
      olds,
      planFor(id, olds, news, isWanted),
    );
    if (O.isSome(plan)) await tell("warn", `plan: ${plan.value}`, urnOf(news));
    // The engine sees an edit itself; what was interrupted has to be claimed.
    if (edited.size > 0) return {};
    return { changes: O.isSome(plan) };
  });
