import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { knownArguments } from "../../core/as-group/arguments";
import { check as checkArguments, type CheckFailure, type CheckResult } from "../../core/as-group/check";
import { DEFAULT_TAGS, withDefaultTags } from "../../core/as-group/default-tags";
import { isAbsent } from "../../core/record";
import { groupToAdopt, previewAdoption } from "../../service/as-group/adopt";
import { isNew, toBeAdopted } from "../adoption";
import { defaultTags } from "../default-tags";
import { tell } from "../engine-log";
import { preflightGroup } from "../preflight";
import { guarded } from "../provider-error";
import { generationOf, noteCheck } from "../replacements";
import { urnOf, type Bag } from "../context";
import { hereFor, orThrow } from "./context";

/**
 * Checks the arguments of a resource that adopts a group, and tells on its row how program and group differ: nothing
 * else is called about a new resource during a preview. Without a name of its own, the resource takes that of the group.
 */
const checkAdoption = async (id: string, news: Bag, generation: number): Promise<CheckResult> => {
  const without = checkArguments({}, news, generation);
  if (without.failures.length > 0) return without;
  const doing = "the adoption";
  const { here, live } = await orThrow(
    doing,
    id,
    news,
    pipe(
      TE.Do,
      TE.apS("here", hereFor({})),
      TE.bind("live", ({ here: { environment } }) => groupToAdopt(environment, id, {})),
    ),
  );
  const checked = checkArguments({ scalingGroupName: live.group.scalingGroupName }, news, generation);
  if (checked.failures.length > 0) return checked;
  const lines = await orThrow(
    doing,
    id,
    checked.inputs,
    pipe(
      TE.fromEither(knownArguments(checked.inputs)),
      TE.bindTo("wanted"),
      TE.bind("whole", ({ wanted: { known } }) => groupToAdopt(here.environment, id, known)),
      TE.chain(({ wanted: { known, unknown }, whole }) =>
        previewAdoption(here.environment, whole, { args: known, unknown }),
      ),
    ),
  );
  for (const line of lines) await tell("info", line, urnOf(news));
  return checked;
};

/** What a preview can say about a creation. Where nobody can sign in nothing is known: the creation itself says why. */
const lookAhead = async (inputs: Bag): Promise<void> => {
  const here = await hereFor({})();
  if (E.isLeft(here)) return;
  const warnings = await orThrow(
    "the look ahead at the creation",
    undefined,
    inputs,
    pipe(
      TE.fromEither(knownArguments(inputs)),
      TE.chain(({ known }) => preflightGroup(here.right, urnOf(inputs), known)),
    ),
  );
  for (const warning of warnings) await tell("warn", warning, urnOf(inputs));
};

/** The arguments with the default tags of the stack, and what is wrong with those. */
const withStackTags = (given: Bag): { readonly news: Bag; readonly failures: readonly CheckFailure[] } =>
  pipe(
    defaultTags(),
    E.match(
      (problems) => ({
        news: given,
        failures: problems.map((problem) => ({ property: "tags", reason: `${DEFAULT_TAGS}: ${problem}` })),
      }),
      (defaults) => ({ news: withDefaultTags(given, defaults), failures: [] }),
    ),
  );

/**
 * Validates the arguments, adds default tags and names the group; no network, unless the group is new. Both bags hold
 * inputs.
 */
export const check = (
  olds: Bag,
  given: Bag,
): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
  guarded(async () => {
    const { news, failures: ofDefaults } = withStackTags(given);
    if (ofDefaults.length > 0) return { inputs: { ...news }, failures: [...ofDefaults] };
    const urn = urnOf(news);
    noteCheck(urn, olds);
    const generation = generationOf(urn);
    const id = toBeAdopted(olds, news);
    const { inputs, failures } =
      id === undefined ? checkArguments(olds, news, generation) : await checkAdoption(id, news, generation);
    if (isNew(olds) && failures.length === 0 && isAbsent(news["adoptId"])) await lookAhead(inputs);
    return { inputs, failures: [...failures] };
  });
