/** Admission by a key pair, which signs each request. There is no token, so nothing ends and nothing is renewed. */
import type * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, misconfigured } from "../../core/error";
import type { AccessKey, Project, Settings } from "../../core/settings";
import { catalogOf, projectNamed } from "./account";
import type { Admission } from "./admission";
import { type Authorize, withSignature } from "./authorize";
import type { Iam } from "./iam";

/** IAM, or why it cannot be asked. */
type PossibleIam = E.Either<AsError, Iam>;

const projectOf = (
  iam: PossibleIam,
  { id, name, domain }: Project,
  authorize: Authorize,
): TE.TaskEither<AsError, Admission["project"]> => {
  if (id !== undefined) return TE.right({ id, ...(name === undefined ? {} : { name }) });
  if (name === undefined) return TE.left(misconfigured(["the project is missing"]));
  return pipe(
    TE.fromEither(iam),
    TE.chain((there) => projectNamed(there, name, domain, authorize)),
  );
};

const servicesOf = (iam: PossibleIam, authorize: Authorize): TE.TaskEither<AsError, Admission["catalog"]> =>
  pipe(
    TE.fromEither(iam),
    TE.chain((there) => catalogOf(there, authorize)),
  );

/** By a key pair. IAM is asked only for what the settings do not tell. */
export const byKey = (
  iam: PossibleIam,
  key: AccessKey,
  { project, endpoint }: Settings,
  now: () => number,
): TE.TaskEither<AsError, Admission> =>
  pipe(
    projectOf(iam, project, withSignature(key, undefined, now)),
    TE.chain((found) => {
      const authorize = withSignature(key, { projectId: found.id }, now);
      return pipe(
        endpoint === undefined ? servicesOf(iam, authorize) : TE.right([]),
        TE.map((catalog) => ({ project: found, catalog, authorize, shows: "signature" })),
      );
    }),
  );
