/** What the next `up` does to the objects that are kept for a way back. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsError } from "../../core/error";
import type { KnownArguments, OwnArguments } from "../../core/resource/arguments";
import type { Decision } from "../../core/resource/decide";
import { idsOf, type KeptObject } from "../../core/resource/kept";
import type { WayBack } from "../../core/resource/life";
import type { ResourceEnvironment } from "../../service/resource/environment";
import { findKept, wayBack } from "../../service/resource/kept";
import type { Kind } from "../../service/resource/kind";
import { sortedKept } from "./kept";

interface KeptPlan {
  /** The one that is wanted again. */
  readonly way?: WayBack;
  /** The same in words. */
  readonly wayBack?: string;
  /** Which go because the program wants fewer. */
  readonly fewer?: string;
  /** More are recorded than the program wants. */
  readonly areTooMany: boolean;
}

interface Existing {
  readonly object: KeptObject;
  readonly kept: readonly KeptObject[];
}

const wayIn = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  { known, unknown }: KnownArguments<Args>,
  kept: readonly KeptObject[],
  { _tag }: Decision,
): TE.TaskEither<AsError, O.Option<WayBack>> =>
  unknown.length > 0 || (_tag !== "Gone" && _tag !== "Replace")
    ? TE.right(O.none)
    : pipe(
        findKept(kind, environment, kept),
        TE.map((found) => wayBack(kind, known, found)),
      );

/** Those that are kept beside what the resource is to have. */
const candidates = ({ object, kept }: Existing, { _tag }: Decision, way: O.Option<WayBack>) =>
  (_tag === "Replace" ? [object, ...kept] : kept).filter(({ id }) => O.toUndefined(way)?.id !== id);

/** Plans. As long as not everything is known that is wanted, nothing is said about ways back. */
export const planKept = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  program: KnownArguments<Args>,
  existing: Existing,
  decision: Decision,
): TE.TaskEither<AsError, KeptPlan> => {
  const { keeping, title } = kind;
  const { kept } = existing;
  if (keeping === undefined || kept.length === 0) return TE.right({ areTooMany: false });
  const most = keeping.most(program.known);
  const areTooMany = !program.unknown.includes(keeping.argument) && kept.length > most;
  return pipe(
    wayIn(kind, environment, program, kept, decision),
    TE.map((way) => {
      const { leaving } = sortedKept(kind, program.known, candidates(existing, decision, way));
      const going = idsOf(leaving).filter((id) => id !== existing.object.id);
      return {
        areTooMany,
        ...(O.isNone(way)
          ? {}
          : {
              way: way.value,
              wayBack: `goes back to ${title} ${way.value.id}, which was kept`,
            }),
        ...(areTooMany && going.length > 0
          ? {
              fewer: `delete ${going.map((id) => `${title} ${id}`).join(", ")}, kept until now: ${keeping.argument} is ${most}`,
            }
          : {}),
      };
    }),
  );
};
