/** From settings to a session. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, misconfigured, signInFailed } from "../../core/error";
import type { Settings } from "../../core/settings";
import type { IamToken } from "../codec/iam-token";
import type { Http } from "../http";
import { autoScalingBase, locate, type Location, regionOfProject } from "./catalog";
import { describeToken, type SignedIn, tokenForPassword } from "./iam";
import type { Authorize, Session, SignIn } from "./session";

const withToken =
  (token: string): Authorize =>
  (request) => ({ ...request, headers: { ...request.headers, "X-Auth-Token": token } });

const regionField = (region: string | undefined): Pick<Session, "region"> =>
  region === undefined ? {} : { region };

type Project = NonNullable<IamToken["project"]>;

/** The project of a token, if it is the one that the settings name. */
const projectOf = (settings: Settings, about: IamToken): E.Either<AsError, Project> => {
  const { project } = about;
  if (project === undefined)
    return E.left(signInFailed("the token is not for a project: configure the project's id or name"));
  const { id = project.id, name = project.name } = settings.project;
  return id === project.id && name === project.name
    ? E.right(project)
    : E.left(
        signInFailed(`the token is for project ${project.name} (${project.id}), not for the configured one`),
      );
};

const locationOf = (settings: Settings, about: IamToken, project: Project): E.Either<AsError, Location> => {
  const suggested = regionOfProject(project.name);
  if (settings.endpoint === undefined)
    return locate(about.catalog, { configured: settings.region, suggested });
  const region = regionField(settings.region ?? suggested);
  return pipe(
    autoScalingBase(settings.endpoint),
    E.map((endpoint) => ({ endpoint, ...region })),
  );
};

const sessionOf =
  (settings: Settings) =>
  ({ id, about }: SignedIn): E.Either<AsError, Session> =>
    pipe(
      projectOf(settings, about),
      E.chain((project) =>
        pipe(
          locationOf(settings, about, project),
          E.map((location) => ({ projectId: project.id, ...location, authorize: withToken(id) })),
        ),
      ),
    );

/** When a token that was issued just now ends. The clock of the service may differ from ours, its duration not. */
const endOf = ({ issuedAt, expiresAt }: IamToken, now: () => number): number =>
  issuedAt === undefined ? expiresAt : now() + (expiresAt - issuedAt);

const authUrlMissing = misconfigured(["the authentication URL is missing"]);

/** Signs in as the settings say. */
export const signInWith = (settings: Settings, http: Http, now: () => number): SignIn => {
  const { signIn, authUrl, project, endpoint } = settings;
  if (signIn.method === "token" && project.id !== undefined && endpoint !== undefined) {
    const session = { projectId: project.id, authorize: withToken(signIn.token.reveal()) };
    const region = regionField(
      settings.region ?? (project.name === undefined ? undefined : regionOfProject(project.name)),
    );
    return TE.fromEither(
      pipe(
        autoScalingBase(endpoint),
        E.map((base) => ({ ...session, endpoint: base, ...region })),
      ),
    );
  }
  if (authUrl === undefined) return TE.left(authUrlMissing);
  switch (signIn.method) {
    case "token":
      return pipe(describeToken(http, authUrl, signIn.token), TE.chainEitherK(sessionOf(settings)));
    case "password":
      return pipe(
        tokenForPassword(http, authUrl, signIn, project),
        TE.chainEitherK((signedIn) =>
          pipe(
            sessionOf(settings)(signedIn),
            E.map((session) => ({ ...session, expiresAt: endOf(signedIn.about, now) })),
          ),
        ),
      );
  }
};
