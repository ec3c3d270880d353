/** One run of a switch, and how steps are carried out on one of its groups. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { Step } from "../../core/as-group/step";
import type { Colour, Pair, Serving } from "../../core/blue-green-switch/model";
import type { AsError } from "../../core/error";
import type { Operation } from "../as-group/environment";
import { execute } from "../as-group/execute";

/** What is to be brought about. */
export interface SwitchRun {
  readonly operation: Operation;
  readonly id: string;
  readonly wanted: Serving;
  /** What was applied last; none before the first success. */
  readonly before: Serving | undefined;
  /** Seconds for which a group that takes over has to stay healthy. */
  readonly bakeTime: number;
}

/** A run that has looked at the groups. */
export interface Begun extends SwitchRun {
  readonly atFirst: Pair;
  /** The bake time is over; a group that grows once more does not bake once more. */
  readonly hasBaked: boolean;
}

/** Carries out steps on one of the groups. */
export const carryOut = (
  { operation }: SwitchRun,
  pair: Pair,
  colour: Colour,
  steps: readonly Step[],
): TE.TaskEither<AsError, void> => {
  const told: Operation = {
    ...operation,
    progress: (line) => {
      operation.progress(`${colour}: ${line}`);
    },
  };
  return pipe(
    execute(told, pair[colour].scalingGroupId, steps),
    TE.bimap(
      ({ error }) => error,
      () => undefined,
    ),
  );
};

/** A group in error scales again when it is enabled. */
export const reviving = (pair: Pair, colour: Colour): readonly Step[] =>
  pair[colour].scalingGroupStatus === "ERROR" ? [{ _tag: "Resume" }] : [];
