/** Admission by a token: one that the user has, or a new one for a password or an agency. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, signInFailed } from "../../core/error";
import type { Agency, Project, Settings } from "../../core/settings";
import type { IamToken } from "../codec/iam-token";
import { domainId } from "./account";
import type { Admission } from "./admission";
import { type Authorize, withSignature, withToken } from "./authorize";
import type { Iam } from "./iam";
import {
  agencyToken,
  describeToken,
  domainToken,
  type PasswordSignIn,
  projectToken,
  type SignedIn,
} from "./token";

type TokenSignIn = Extract<Settings["signIn"], { method: "token" }>;

/** The project of a token, if it is the one that the settings name. */
const projectOf = (wanted: Project, { project }: IamToken): E.Either<AsError, Admission["project"]> => {
  if (project === undefined) return E.left(signInFailed("the token is not for a project: get one that is"));
  const { id = project.id, name = project.name } = wanted;
  return id === project.id && name === project.name
    ? E.right(project)
    : E.left(
        signInFailed(`the token is for project ${project.name} (${project.id}), not for the configured one`),
      );
};

const admitted =
  (wanted: Project) =>
  ({ id, about }: SignedIn): E.Either<AsError, Admission> =>
    pipe(
      projectOf(wanted, about),
      E.map((project) => ({ project, catalog: about.catalog, authorize: withToken(id), shows: "token" })),
    );

/** When a token that was issued just now ends. The clock of the service may differ from ours, its duration not. */
const endOf = ({ issuedAt, expiresAt }: IamToken, now: () => number): number =>
  issuedAt === undefined ? expiresAt : now() + (expiresAt - issuedAt);

const admittedUntilItEnds =
  (wanted: Project, now: () => number) =>
  (signedIn: SignedIn): E.Either<AsError, Admission> =>
    pipe(
      admitted(wanted)(signedIn),
      E.map((admission) => ({ ...admission, expiresAt: endOf(signedIn.about, now) })),
    );

/** By a token that the user has. IAM says what it is for. */
export const byToken = (
  iam: Iam,
  { token }: TokenSignIn,
  project: Project,
): TE.TaskEither<AsError, Admission> => pipe(describeToken(iam, token), TE.chainEitherK(admitted(project)));

/** By a token that the user has, about which nothing needs to be asked. */
export const byTokenAlone = ({ token }: TokenSignIn, project: Admission["project"]): Admission => ({
  project,
  catalog: [],
  authorize: withToken(token.reveal()),
  shows: "token",
});

/** By a new token for a password. */
export const byPassword = (
  iam: Iam,
  signIn: PasswordSignIn,
  project: Project,
  now: () => number,
): TE.TaskEither<AsError, Admission> =>
  pipe(projectToken(iam, signIn, project), TE.chainEitherK(admittedUntilItEnds(project, now)));

/** How who acts as an agency shows who they are themselves. */
const operator = (
  iam: Iam,
  signIn: Settings["signIn"],
  domain: Agency["operator"],
  now: () => number,
): TE.TaskEither<AsError, Authorize> => {
  switch (signIn.method) {
    case "token":
      return TE.right(withToken(signIn.token.reveal()));
    case "password":
      return pipe(
        domainToken(iam, signIn, domain),
        TE.map(({ id }) => withToken(id)),
      );
    case "accessKey": {
      const unscoped = withSignature(signIn, undefined, now);
      return domain === undefined
        ? TE.right(unscoped)
        : pipe(
            domainId(iam, domain, unscoped),
            TE.map((id) => withSignature(signIn, { domainId: id }, now)),
          );
    }
  }
};

/** By a new token of an agency. */
export const byAgency = (
  iam: Iam,
  agency: Agency,
  { signIn, project }: Settings,
  now: () => number,
): TE.TaskEither<AsError, Admission> =>
  pipe(
    operator(iam, signIn, agency.operator, now),
    TE.chain((authorize) => agencyToken(iam, agency, project, authorize)),
    TE.chainEitherK(admittedUntilItEnds(project, now)),
  );
