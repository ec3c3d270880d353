/** What the service holds, in the few words that matter after an accident. */
import type { Wanted } from "./scenario";
import { SUBNET, VPC } from "../../e2e/support/group-args";
import type { SharedWorld } from "../../support/simulated";

/** One group. */
export interface SeenGroup extends Required<Omit<Wanted, "leavesAttached">> {
  readonly id: string;
  readonly members: number;
  /** How many of them are protected from scale-in. */
  readonly protected: number;
  readonly busy: boolean;
  /** Members that AS did not create. */
  readonly attached: readonly string[];
}

/** Everything. */
export interface Seen {
  readonly groups: readonly SeenGroup[];
  /** ECSs that are in no group. */
  readonly strays: readonly string[];
  readonly deleted: readonly string[];
}

const isProtected = (document: object): boolean =>
  "protect_from_scaling_down" in document && document.protect_from_scaling_down === true;

const first = (list: unknown): string => (list as readonly { readonly id: string }[])[0]?.id ?? "";

/** Looks at the service from outside. */
export const look = ({ simulator }: SharedWorld): Seen => {
  const { groups, servers, deletedServers } = simulator.admin.snapshot();
  return {
    groups: groups.map(({ id, document, instances, tags, activity }) => ({
      id,
      status: document["scaling_group_status"] as Wanted["status"],
      capacity: ["min", "desire", "max"].map((which) => Number(document[`${which}_instance_number`])) as [
        number,
        number,
        number,
      ],
      members: instances.length,
      protected: instances.filter(({ document }) => isProtected(document)).length,
      zones: document["available_zones"] as readonly string[],
      network: first(document["networks"]),
      vpc: String(document["vpc_id"]),
      tags,
      busy: activity !== null,
      attached: instances
        .filter(({ madeByAs }) => !madeByAs)
        .map(({ server }) => server?.id ?? "")
        .sort(),
    })),
    strays: servers.map(({ id }) => id).sort(),
    deleted: deletedServers,
  };
};

/** How one group looks that is as wanted, quiet, and recorded. */
export const asWanted = (
  { leavesAttached, ...wanted }: Wanted,
  id: string | undefined,
  attached: readonly string[],
): SeenGroup => ({
  zones: ["eu-de-01", "eu-de-02", "eu-de-03"],
  network: SUBNET,
  vpc: VPC,
  tags: {},
  ...wanted,
  id: id ?? "recorded nowhere",
  members: wanted.capacity[1],
  protected: 0,
  busy: false,
  attached: leavesAttached === true ? [] : attached,
});
