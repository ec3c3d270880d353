/** What who signs requests must ask for, because there is no token to tell it: ids and the catalog. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, misconfigured, signInFailed } from "../../core/error";
import type { Domain } from "../../core/settings";
import { type SettingName, waysToGive } from "../../core/settings/source";
import { type CatalogService, catalogAnswer, domainsAnswer, projectsAnswer } from "../codec/iam-account";
import type { Authorize } from "./authorize";
import { askIam, type Iam } from "./iam";

/** What a refused signature means. */
export const SIGNATURE_REFUSED =
  "the access key or the secret key is wrong or no longer valid (temporary keys need their security token, and end with it), or the clock of this machine is more than 15 minutes off";

const meanings = { 401: SIGNATURE_REFUSED };

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The only one of a name. */
const only = <A extends Named>(
  what: string,
  name: string,
  found: readonly A[],
  setting: SettingName,
): E.Either<AsError, A> => {
  const [match, ...others] = found.filter((each) => each.name === name);
  if (match === undefined)
    return E.left(signInFailed(`there is no ${what} ${name}, or this access key has no access to it`));
  return others.length === 0
    ? E.right(match)
    : E.left(misconfigured([`there are several ${what}s named ${name}: ${waysToGive({}, setting)}`]));
};

/** The project of this name, in the domain if its id is known. */
export const projectNamed = (
  iam: Iam,
  name: string,
  domain: Domain | undefined,
  authorize: Authorize,
): TE.TaskEither<AsError, Named> =>
  pipe(
    askIam(iam, {
      operation: "look up the project",
      method: "GET",
      path: "/projects",
      query: { name, ...(domain !== undefined && "id" in domain ? { domain_id: domain.id } : {}) },
      authorize,
      decoder: projectsAnswer,
      meanings: {
        ...meanings,
        403: `this access key may not look up projects: ${waysToGive({}, "projectId")}`,
      },
    }),
    TE.chainEitherK(({ content }) => only("project", name, content.projects, "projectId")),
  );

/** The id of a domain. */
export const domainId = (iam: Iam, domain: Domain, authorize: Authorize): TE.TaskEither<AsError, string> =>
  "id" in domain
    ? TE.right(domain.id)
    : pipe(
        askIam(iam, {
          operation: "look up the domain",
          method: "GET",
          path: "/auth/domains",
          query: { name: domain.name },
          authorize,
          decoder: domainsAnswer,
          meanings: {
            ...meanings,
            403: `this access key may not look up domains: ${waysToGive({}, "domainId")}`,
          },
        }),
        TE.chainEitherK(({ content }) => only("domain", domain.name, content.domains, "domainId")),
        TE.map(({ id }) => id),
      );

/**
 * The catalog of the project for which a request is signed.
 *
 * @see https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/services_and_endpoints/querying_the_service_catalog.html
 */
export const catalogOf = (
  iam: Iam,
  authorize: Authorize,
): TE.TaskEither<AsError, readonly CatalogService[]> =>
  pipe(
    askIam(iam, {
      operation: "read the catalog",
      method: "GET",
      path: "/auth/catalog",
      authorize,
      decoder: catalogAnswer,
      meanings,
    }),
    TE.map(({ content }) => content.catalog),
  );
