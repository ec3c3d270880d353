/** Takes over a group that somebody else has made. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { adoptable, describeAdoption } from "../../core/as-group/adoption";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import { compare, type LiveAsGroup, type WantedAsGroup } from "../../core/as-group/compare";
import type { AsGroup } from "../../core/as-group/model";
import { recordedAsGroup } from "../../core/as-group/recorded";
import type { AsError } from "../../core/error";
import { noneToAdopt } from "../../core/resource/adoption";
import { previewAftermath } from "./aftermath";
import { findLive } from "./converge";
import type { AsGroupEnvironment, Operation } from "./environment";
import { planFor } from "./planning";
import { update } from "./update";

const nothingRecorded = recordedAsGroup({});

/** The group that is to be adopted. */
export const groupToAdopt = (
  environment: AsGroupEnvironment,
  id: string,
  args: Partial<AsGroupArguments>,
): TE.TaskEither<AsError, LiveAsGroup> =>
  pipe(
    findLive(environment, id, args, nothingRecorded),
    TE.chain(TE.fromOption(() => noneToAdopt("AS group", id))),
  );

/** Says how program and live group differ, or why the group cannot be adopted. Reads only. */
export const previewAdoption = (
  environment: AsGroupEnvironment,
  live: LiveAsGroup,
  wanted: WantedAsGroup,
): TE.TaskEither<AsError, readonly string[]> => {
  const comparison = compare(wanted, nothingRecorded, live);
  const { group } = live;
  return pipe(
    TE.fromEither(adoptable(comparison, group, wanted.args.selfUrn ?? "")),
    TE.chain(() => planFor(environment, comparison, live, wanted.args)),
    TE.bindTo("plan"),
    TE.bind("follows", () => previewAftermath(environment, { wanted, comparison, live })),
    TE.map(({ plan, follows }) => describeAdoption(comparison, group, wanted.unknown, plan, follows)),
  );
};

/** Takes the group over and brings it to what the program wants. Only what differs is written. */
export const adopt = (
  operation: Operation,
  args: AsGroupArguments,
  id: string,
): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    groupToAdopt(operation.environment, id, args),
    TE.chain((live) =>
      TE.fromEither(
        adoptable(compare({ args, unknown: [] }, nothingRecorded, live), live.group, args.selfUrn),
      ),
    ),
    TE.chain(() => update(operation, id, args, nothingRecorded)),
  );
