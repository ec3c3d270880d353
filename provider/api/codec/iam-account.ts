/** What IAM v3 says about projects, domains and the services of a project. */
import { type Decoded, identifier, list, object, optional, rows, text } from "./wire";

const endpoint = object("an endpoint with a url", {
  url: identifier,
  interface: optional(text),
  region: optional(text),
  regionId: optional(text),
});

/** A service of the catalog, with its endpoints. */
export const catalogService = object("a service with its endpoints", {
  type: text,
  endpoints: list(endpoint),
});

/** A service of the catalog. */
export type CatalogService = Decoded<typeof catalogService>;

/** The catalog of a project. */
export const catalogAnswer = object("an object with a catalog", { catalog: list(catalogService) });

/** A project. */
export const project = object("a project with id and name", { id: identifier, name: text });

/** The projects that a search has found. */
export const projectsAnswer = object("an object with projects", { projects: rows(project) });

/** The domains that a search has found. */
export const domainsAnswer = object("an object with domains", {
  domains: rows(object("a domain with id and name", { id: identifier, name: text })),
});
