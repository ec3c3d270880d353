import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { CheckFailure } from "../../core/check/failure";
import { isAbsent } from "../../core/record";
import type { OwnArguments } from "../../core/resource/arguments";
import { checkResource, type CheckResult } from "../../core/resource/check";
import type { WayBack } from "../../core/resource/life";
import { adoptionLine, objectToAdopt } from "../../service/resource/adopt";
import type { Kind } from "../../service/resource/kind";
import { isNew, toBeAdopted } from "../adoption";
import { hereAs, orThrowAs, urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { preflightRoom } from "../preflight";
import { guarded } from "../provider-error";
import { generationOf, lifeOf, noteCheck } from "../replacements";

/** The name of a live object, as if it had been checked before. */
const nameOfLive = <Args extends OwnArguments, Live>(
  { fields, nameArgument }: Kind<Args, Live>,
  live: Live,
): Bag => (nameArgument === undefined ? {} : { [nameArgument]: fields[nameArgument]?.live(live) });

/** The same of one that was kept: it goes by the name that it has. */
const nameOfWay = <Args extends OwnArguments, Live>(
  { nameArgument }: Kind<Args, Live>,
  { name }: WayBack,
): Bag => (nameArgument === undefined || name === undefined ? {} : { [nameArgument]: name });

/**
 * Checks the arguments of a resource that adopts an object, and tells on its row how program and object differ: nothing
 * else is called about a new resource during a preview. Without a name of its own, the resource takes that of the object.
 */
const checkAdoption = async <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  id: string,
  news: Bag,
  generation: number,
): Promise<CheckResult> => {
  const without = checkResource(kind, {}, news, generation);
  if (without.failures.length > 0) return without;
  const orThrow = orThrowAs(kind);
  const doing = "the adoption";
  const live = await orThrow(
    doing,
    id,
    news,
    pipe(
      hereAs(kind)({}),
      TE.chain(({ environment }) => objectToAdopt(kind, environment, id)),
    ),
  );
  const checked = checkResource(kind, nameOfLive(kind, live), news, generation);
  if (checked.failures.length > 0) return checked;
  const line = pipe(
    kind.table.known(checked.inputs),
    E.chain((program) => adoptionLine(kind, id, program, live)),
  );
  await tell("info", await orThrow(doing, id, checked.inputs, TE.fromEither(line)), urnOf(news));
  return checked;
};

/** The way back that the comparison has found: nothing is created. */
const wayBackOf = (urn: string): WayBack | undefined => {
  const life = lifeOf(urn);
  return life?._tag === "Leaves" ? life.way : undefined;
};

/** What a preview can say about a creation. Where nobody can sign in nothing is known: the creation itself says why. */
const lookAhead = async <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  inputs: Bag,
): Promise<void> => {
  const { quota, table } = kind;
  if (quota === undefined) return;
  const here = await hereAs(kind)({})();
  if (E.isLeft(here)) return;
  const exists = quota.exists(here.right.environment, table.readable(inputs));
  const room = preflightRoom(here.right, quota.kind, urnOf(inputs), exists);
  for (const warning of await orThrowAs(kind)("the look ahead at the creation", undefined, inputs, room))
    await tell("warn", warning, urnOf(inputs));
};

/** Validates the arguments and names the object; no network, unless it counts against a quota or one is to be adopted. Both bags hold inputs. */
export const checkOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (olds: Bag, news: Bag): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
    guarded(async () => {
      const urn = urnOf(news);
      noteCheck(urn, olds);
      const generation = generationOf(urn);
      const id = toBeAdopted(olds, news);
      const way = isNew(olds) ? wayBackOf(urn) : undefined;
      const { inputs, failures } =
        id === undefined
          ? checkResource(kind, way === undefined ? olds : nameOfWay(kind, way), news, generation)
          : await checkAdoption(kind, id, news, generation);
      const creates = isNew(olds) && way === undefined && isAbsent(news["adoptId"]);
      if (creates && failures.length === 0) await lookAhead(kind, inputs);
      return { inputs, failures: [...failures] };
    });
