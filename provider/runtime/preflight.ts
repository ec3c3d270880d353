/**
 * Looks ahead for new resources: the engine calls nothing but `check` about them during a preview, so whatever a preview
 * is to say about their creation is found out there.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroupArguments } from "../core/as-group/arguments";
import type { AsQuota } from "../core/as-quota/model";
import type { AsError } from "../core/error";
import { groupWarnings, noConfiguration } from "../core/preflight/group";
import { describeShortage, GROUP_QUOTA, noRoom, type QuotaKind, shortageOf } from "../core/preflight/quota";
import { createPreflightReadings } from "../service/preflight/readings";
import type { Here } from "./context";
import { perProcess } from "./process";
import { isReplacement } from "./replacements";

/** Whether an interrupted run has created the resource already; asked only when room is short. */
type Exists = TE.TaskEither<AsError, boolean>;

/** What this run wants to create: by quota and URN, because `check` may be called again for the same resource. */
const planned = perProcess(() => new Map<string, Map<string, Exists>>());

const plan = ({ type }: QuotaKind, urn: string, exists: Exists): ReadonlyMap<string, Exists> => {
  const ofType = planned().get(type) ?? new Map<string, Exists>();
  planned().set(type, ofType.set(urn, exists));
  return ofType;
};

/** What exists already is counted by the service. Who may not look counts as existing: nothing is refused on a guess. */
const countMissing = async (all: readonly Exists[]): Promise<number> => {
  const answers = await Promise.all(all.map((exists) => exists()));
  return answers.filter((answer) => E.isRight(answer) && !answer.right).length;
};

/** A warning, or the refusal, when there is no room for everything that this run wants to create. */
export const preflightRoom = (
  { environment }: Here,
  kind: QuotaKind,
  urn: string,
  exists: Exists,
): TE.TaskEither<AsError, readonly string[]> => {
  const wanted = plan(kind, urn, exists);
  return async () => {
    const { quotas, quotasNow } = environment.shared(createPreflightReadings);
    if (O.isNone(shortageOf(await quotas(), kind, wanted.size))) return E.right([]);
    // Without a preview before it, this run may have created some of them since. The quotas are read first: what comes to
    // be in between counts for nothing, and not twice.
    const now = await quotasNow();
    const shortage = shortageOf(now, kind, await countMissing([...wanted.values()]));
    if (O.isNone(shortage)) return E.right([]);
    // A replacement may free the room that it needs.
    return !isReplacement(urn) ? E.left(noRoom(shortage.value)) : E.right([describeShortage(shortage.value)]);
  };
};

const existingConfiguration = (
  { environment }: Here,
  id: string | undefined,
): TE.TaskEither<AsError, void> =>
  id === undefined
    ? TE.right(undefined)
    : pipe(
        TE.fromTask(environment.shared(createPreflightReadings).hasConfiguration(id)),
        TE.chain((isThere) => (isThere ? TE.right(undefined) : TE.left(noConfiguration(id)))),
      );

const quotasFrom = ({ environment }: Here): TE.TaskEither<AsError, readonly AsQuota[]> =>
  TE.fromTask(environment.shared(createPreflightReadings).quotas);

/** Looks ahead for a new group, of which these arguments are known: warnings, or why it cannot be created. */
export const preflightGroup = (
  here: Here,
  urn: string,
  args: Partial<AsGroupArguments>,
): TE.TaskEither<AsError, readonly string[]> =>
  pipe(
    preflightRoom(
      here,
      GROUP_QUOTA,
      urn,
      pipe(
        here.environment.live.findByName(args.scalingGroupName ?? ""),
        TE.map((groups) => groups.length > 0),
      ),
    ),
    TE.chainFirst(() => existingConfiguration(here, args.scalingConfigurationId)),
    TE.bindTo("shortages"),
    TE.bind("quotas", () => quotasFrom(here)),
    TE.map(({ shortages, quotas }) => [...shortages, ...groupWarnings(args, quotas, here.place.region)]),
  );
