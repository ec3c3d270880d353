/** Finding Auto Scaling in the catalog of a token, or in an address that was configured. Pure. */
import * as E from "fp-ts/Either";
import { type Misconfigured, misconfigured } from "../../core/error";
import { waysToGive } from "../../core/settings/source";
import type { CatalogService } from "../codec/iam-account";

/** Both names are in use: `as` in the service's documents, `asv1` in other clients' catalogs. */
const SERVICE_TYPES: ReadonlySet<string> = new Set(["as", "asv1"]);

const API_ROOT = "/autoscaling-api";

/**
 * The base address `https://host/autoscaling-api`, whether or not the given one goes on with a version and a
 * project.
 */
export const autoScalingBase = (address: string): E.Either<Misconfigured, string> => {
  if (!URL.canParse(address)) return E.left(misconfigured(["the Auto Scaling endpoint is not a URL"]));
  const { origin, pathname } = new URL(address);
  const root = pathname.indexOf(API_ROOT);
  const before = root >= 0 ? pathname.slice(0, root) : pathname.replace(/\/+(v\d+(\/.*)?)?$/, "");
  return E.right(`${origin}${before}${API_ROOT}`);
};

interface Candidate {
  readonly url: string;
  readonly region: string | undefined;
}

const candidates = (catalog: readonly CatalogService[]): readonly Candidate[] =>
  catalog
    .filter((service) => SERVICE_TYPES.has(service.type))
    .flatMap((service) => service.endpoints)
    .filter((endpoint) => endpoint.interface === "public")
    .map((endpoint) => ({ url: endpoint.url, region: endpoint.region ?? endpoint.regionId }));

/** Which region to look for: the one that the settings name, else the one that the project's name suggests. */
export interface RegionWanted {
  readonly configured: string | undefined;
  readonly suggested: string | undefined;
}

/** Where Auto Scaling is. */
export interface Location {
  readonly endpoint: string;
  readonly region?: string;
}

/** The Auto Scaling endpoint of a region in a catalog. A project's name that is no region leaves the only one. */
export const locate = (
  catalog: readonly CatalogService[],
  wanted: RegionWanted,
): E.Either<Misconfigured, Location> => {
  const found = candidates(catalog);
  const regions = [...new Set(found.map(({ region }) => region))];
  const region =
    wanted.configured ??
    regions.find((name) => name === wanted.suggested) ??
    (regions.length === 1 ? regions[0] : undefined);
  const match = found.find((candidate) => candidate.region === region);
  if (match === undefined) return E.left(misconfigured([unlocated(wanted, regions)]));
  return E.map((endpoint: string) => ({ endpoint, ...(region === undefined ? {} : { region }) }))(
    autoScalingBase(match.url),
  );
};

const unlocated = (wanted: RegionWanted, regions: readonly (string | undefined)[]): string => {
  if (regions.length === 0)
    return `the catalog of this project has no public Auto Scaling endpoint: ${waysToGive({}, "endpoint")}`;
  const names = regions.map((region) => region ?? "(no region)").join(", ");
  return wanted.configured === undefined
    ? `Auto Scaling is in several regions (${names}): ${waysToGive({}, "region")}`
    : `the catalog has no Auto Scaling endpoint in region ${wanted.configured}, only in ${names}`;
};
