/** The project whose groups are managed. */
import * as E from "fp-ts/Either";
import type { Project } from "./model";
import { domainIn, userDomain } from "./sign-in";
import { type SettingName, type Source, type Sources, sourceOfAny, waysToGive } from "./source";

/** Settings that must come from one source: an id of the one and a name of the other would be two projects. */
const TOGETHER: readonly SettingName[] = ["projectId", "projectName"];

export const projectIn = (
  { get }: Source,
  names: { readonly id: SettingName; readonly name: SettingName },
): Project => {
  const id = get(names.id);
  const name = get(names.name);
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
};

/** The project; a name is unique in its domain only, which is the user's unless another one is given. */
export const projectOf = (sources: Sources): Project => {
  const source = sourceOfAny(sources, TOGETHER);
  const domain =
    domainIn(source, { id: "projectDomainId", name: "projectDomainName" }) ?? userDomain(sources);
  return {
    ...projectIn(source, { id: "projectId", name: "projectName" }),
    ...(domain === undefined ? {} : { domain }),
  };
};

/** The project, which must be named when the sign-in does not stand for one by itself. */
export const requiredProject = (
  sources: Sources,
  project: Project,
  standsForOne: boolean,
): E.Either<readonly string[], Project> =>
  standsForOne || project.id !== undefined || project.name !== undefined
    ? E.right(project)
    : E.left([`the project is missing: ${waysToGive(sources, "projectName")} (such as eu-de_web)`]);
