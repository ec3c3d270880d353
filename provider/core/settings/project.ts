/** The project whose groups are managed. */
import * as E from "fp-ts/Either";
import type { Project } from "./model";
import { domainIn, userDomain } from "./sign-in";
import { type SettingName, type Sources, sourceOfAny, waysToGive } from "./source";

/** Settings that must come from one source: an id of the one and a name of the other would be two projects. */
const TOGETHER: readonly SettingName[] = ["projectId", "projectName"];

/** The project; a name is unique in its domain only, which is the user's unless another one is given. */
export const projectOf = (sources: Sources): Project => {
  const source = sourceOfAny(sources, TOGETHER);
  const id = source("projectId");
  const name = source("projectName");
  const domain =
    domainIn(source, { id: "projectDomainId", name: "projectDomainName" }) ?? userDomain(sources);
  return {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(domain === undefined ? {} : { domain }),
  };
};

/** The project of a sign-in that does not stand for one by itself. */
export const projectForPassword = (sources: Sources): E.Either<readonly string[], Project> => {
  const project = projectOf(sources);
  return project.id === undefined && project.name === undefined
    ? E.left([`the project is missing: ${waysToGive("projectName")} (such as eu-de_web)`])
    : E.right(project);
};
