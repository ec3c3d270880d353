/** Version documents at the root. One port serves both services, so the list names the versions of both. */

interface Version {
  readonly id: string;
  readonly status: string;
  readonly updated: string;
  readonly min_version: string;
  readonly version: string;
  readonly links: readonly { readonly href: string; readonly rel: "self" }[];
}

const version = (id: string, status: string, updated: string, href: string): Version => ({
  id,
  links: [{ href, rel: "self" }],
  min_version: "",
  status,
  updated,
  version: "",
});

/** The versions of the AS service. */
export const asVersions = (url: string): readonly Version[] => [
  version("v1", "CURRENT", "2016-06-30T00:00:00Z", `${url}/autoscaling-api/v1/`),
  version("v2", "SUPPORTED", "2018-03-30T00:00:00Z", `${url}/autoscaling-api/v2/`),
];

/** The version of the identity service. */
export const identityVersion = (url: string): object => ({
  ...version("v3.6", "stable", "2016-04-04T00:00:00Z", `${url}/v3/`),
  "media-types": [{ base: "application/json", type: "application/vnd.openstack.identity-v3+json" }],
});
