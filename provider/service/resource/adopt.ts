/** Takes over an object that somebody else has made. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import { adoptableResource, describeResourceAdoption, noneToAdopt } from "../../core/resource/adoption";
import type { KnownArguments, OwnArguments } from "../../core/resource/arguments";
import { compareResource, type ResourceComparison } from "../../core/resource/compare";
import { recordedIn } from "../../core/resource/recorded";
import type { ResourceEnvironment, ResourceOperation } from "./environment";
import type { Kind } from "./kind";
import { convergeResource } from "./update";

const nothingRecorded = recordedIn({});

/** The object that is to be adopted. */
export const objectToAdopt = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
): TE.TaskEither<AsError, Live> =>
  pipe(kind.find(environment, id), TE.chain(TE.fromOption(() => noneToAdopt(kind.title, id))));

const differences = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  id: string,
  program: KnownArguments<Args>,
  live: Live,
): E.Either<AsError, ResourceComparison> => {
  const comparison = compareResource(kind.fields, program, nothingRecorded, live);
  return pipe(
    adoptableResource(kind.title, id, comparison),
    E.map(() => comparison),
  );
};

/** How program and live object differ, or why it cannot be adopted. */
export const adoptionLine = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  id: string,
  program: KnownArguments<Args>,
  live: Live,
): E.Either<AsError, string> =>
  pipe(
    differences(kind, id, program, live),
    E.map((comparison) => describeResourceAdoption(kind.title, id, comparison, program.unknown)),
  );

/** Takes the object over and brings it to what the program wants. Only what differs is written. */
export const adoptResource = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  id: string,
  args: Args,
): TE.TaskEither<AsError, Live> =>
  pipe(
    objectToAdopt(kind, operation.environment, id),
    TE.chainEitherK((live) => differences(kind, id, { known: args, unknown: [] }, live)),
    TE.chain(() => convergeResource(kind, operation, id, args, nothingRecorded)),
  );
