/** From settings to a session. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, misconfigured } from "../../core/error";
import type { Settings } from "../../core/settings";
import { regionOfProject } from "../../core/settings/region";
import type { Http } from "../http";
import type { Admission } from "./admission";
import { autoScalingBase, locate, type Location } from "./catalog";
import type { Iam } from "./iam";
import { byKey } from "./key-admission";
import type { Session, SignIn } from "./session";
import { byAgency, byPassword, byToken, byTokenAlone } from "./token-admission";

const locationOf = (settings: Settings, { project, catalog }: Admission): E.Either<AsError, Location> => {
  const suggested = project.name === undefined ? undefined : regionOfProject(project.name);
  if (settings.endpoint === undefined) return locate(catalog, { configured: settings.region, suggested });
  const region = settings.region ?? suggested;
  return pipe(
    autoScalingBase(settings.endpoint),
    E.map((endpoint) => ({ endpoint, ...(region === undefined ? {} : { region }) })),
  );
};

const sessionOf =
  (settings: Settings) =>
  (admission: Admission): E.Either<AsError, Session> => {
    const { project, authorize, shows, expiresAt } = admission;
    return pipe(
      locationOf(settings, admission),
      E.map((location) => ({
        projectId: project.id,
        ...location,
        authorize,
        shows,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      })),
    );
  };

const authUrlMissing = misconfigured(["the authentication URL is missing"]);

const admission = (settings: Settings, http: Http, now: () => number): TE.TaskEither<AsError, Admission> => {
  const { signIn, authUrl, project, endpoint, agency } = settings;
  const iam: E.Either<AsError, Iam> =
    authUrl === undefined ? E.left(authUrlMissing) : E.right({ http, authUrl });
  const asking = (
    ask: (there: Iam) => TE.TaskEither<AsError, Admission>,
  ): TE.TaskEither<AsError, Admission> => pipe(TE.fromEither(iam), TE.chain(ask));
  if (agency !== undefined) return asking((there) => byAgency(there, agency, settings, now));
  switch (signIn.method) {
    case "token": {
      const { id, name } = project;
      return id !== undefined && endpoint !== undefined
        ? TE.right(byTokenAlone(signIn, { id, ...(name === undefined ? {} : { name }) }))
        : asking((there) => byToken(there, signIn, project));
    }
    case "password":
      return asking((there) => byPassword(there, signIn, project, now));
    case "accessKey":
      return byKey(iam, signIn, settings, now);
  }
};

/** Signs in as the settings say. */
export const signInWith = (settings: Settings, http: Http, now: () => number): SignIn =>
  pipe(admission(settings, http, now), TE.chainEitherK(sessionOf(settings)));
