/** Takes over an object that somebody else has made. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import { adoptableResource, describeResourceAdoption, noneToAdopt } from "../../core/resource/adoption";
import type { KnownArguments, OwnArguments } from "../../core/resource/arguments";
import { compareResource } from "../../core/resource/compare";
import { recordedIn } from "../../core/resource/recorded";
import type { ResourceEnvironment, ResourceOperation } from "./environment";
import type { Kind } from "./kind";
import { convergeResource } from "./update";

const nothingRecorded = recordedIn({});

const differences = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
  program: KnownArguments<Args>,
) =>
  pipe(
    kind.find(environment, id),
    TE.chain(TE.fromOption(() => noneToAdopt(kind.title, id))),
    TE.map((live) => compareResource(kind.fields, program, nothingRecorded, live)),
    TE.chainFirstEitherK((comparison) => adoptableResource(kind.title, id, comparison)),
  );

/** Says how program and live object differ, or why it cannot be adopted. Reads only. */
export const previewAdoption = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
  program: KnownArguments<Args>,
): TE.TaskEither<AsError, string> =>
  pipe(
    differences(kind, environment, id, program),
    TE.map((comparison) => describeResourceAdoption(kind.title, id, comparison, program.unknown)),
  );

/** Takes the object over and brings it to what the program wants. Only what differs is written. */
export const adoptResource = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  id: string,
  args: Args,
): TE.TaskEither<AsError, Live> =>
  pipe(
    differences(kind, operation.environment, id, { known: args, unknown: [] }),
    TE.chain(() => convergeResource(kind, operation, id, args, nothingRecorded)),
  );
