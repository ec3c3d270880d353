/** The service catalog, in a form that the Go and the Python clients of OTC both find their way in. */
import type { Account } from "./account";

/** One service of the catalog. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly endpoints: readonly {
    readonly id: string;
    readonly interface: "public";
    readonly region: string;
    readonly region_id: string;
    readonly url: string;
  }[];
}

/**
 * `asv1` is what gophertelekomcloud looks up: the address ends in the project id, and its first `v1` is the
 * version. `as` is what otcextensions looks up: it appends the project id itself. Without a project (domain
 * scope) there is only the identity service.
 */
export function catalog(url: string, account: Account, scoped: boolean): readonly CatalogEntry[] {
  const entry = (index: number, name: string, type: string, address: string): CatalogEntry => ({
    id: `c${index}`,
    name,
    type,
    endpoints: [
      {
        id: `e${index}`,
        interface: "public",
        region: account.region,
        region_id: account.region,
        url: address,
      },
    ],
  });
  const identity = entry(0, "iam", "identity", `${url}/v3`);
  return scoped
    ? [
        identity,
        entry(1, "asv1", "asv1", `${url}/autoscaling-api/v1/${account.project.id}`),
        entry(2, "as", "as", `${url}/autoscaling-api/v1`),
      ]
    : [identity];
}
