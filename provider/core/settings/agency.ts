/** The agency as which to act, if one is named, and the project that its domain has delegated. */
import * as E from "fp-ts/Either";
import type { Agency, Project } from "./model";
import { projectIn, projectOf } from "./project";
import { domainIn, domainProblems, userDomain } from "./sign-in";
import { holdsAny, lookUp, type SettingName, type Sources, sourceOfAny, waysToGive } from "./source";

/** Settings that must come from one source: a name is unique in its domain only. */
const TOGETHER: readonly SettingName[] = ["agencyName", "agencyDomainId", "agencyDomainName"];

const DELEGATED: readonly SettingName[] = ["delegatedProjectId", "delegatedProjectName"];

const isNamed = (sources: Sources): boolean =>
  [...TOGETHER, ...DELEGATED].some((name) => lookUp(sources, name) !== undefined);

/** The agency, or what is missing for it. A token needs no domain of its own. */
export const agencyOf = (
  sources: Sources,
  hasToken: boolean,
): E.Either<readonly string[], Agency | undefined> => {
  if (!isNamed(sources)) return E.right(undefined);
  const source = sourceOfAny(sources, TOGETHER);
  const name = source.get("agencyName");
  const domain = domainIn(source, { id: "agencyDomainId", name: "agencyDomainName" });
  const operator = userDomain(sources);
  const problems = [
    ...(name === undefined ? [`the agency is missing: ${waysToGive(sources, "agencyName")}`] : []),
    ...(domain === undefined
      ? [`the domain of the agency is missing: ${waysToGive(sources, "agencyDomainName")}`]
      : []),
    ...(hasToken ? [] : domainProblems(sources)),
  ];
  return name === undefined || domain === undefined || problems.length > 0
    ? E.left(problems)
    : E.right({ name, domain, ...(hasToken || operator === undefined ? {} : { operator }) });
};

/** The project that the agency's domain has delegated, which may be given as any project is. */
export const delegatedProject = (sources: Sources): Project => {
  const source = sourceOfAny(sources, DELEGATED);
  if (holdsAny(source, DELEGATED))
    return projectIn(source, { id: "delegatedProjectId", name: "delegatedProjectName" });
  const { id, name } = projectOf(sources);
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
};
