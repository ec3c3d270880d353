/** A pair of AS groups of which one serves, and what is wanted of it. */
import type { Capacity } from "../as-group/capacity";
import type { AsGroup } from "../as-group/model";

/** One of the two groups. */
export type Colour = "blue" | "green";

/** Both groups as they are live. */
export type Pair = Readonly<Record<Colour, AsGroup>>;

/** Which group serves, and with how many instances. */
export interface Serving {
  readonly live: Colour;
  /** The group that is to stand ready beside the live one; the live one itself means none. */
  readonly candidate?: Colour;
  readonly minInstanceNumber: number;
  readonly desireInstanceNumber: number;
  readonly maxInstanceNumber: number;
}

/** The other one of the two. */
export const otherThan = (colour: Colour): Colour => (colour === "blue" ? "green" : "blue");

/** Whether the group beside the live one is to have instances, too. */
export const hasCandidate = ({ live, candidate }: Pick<Serving, "live" | "candidate">): boolean =>
  candidate !== undefined && candidate !== live;

/** Without room for an instance, no policy can add one. */
export const EMPTY: Capacity = { min: 0, desired: 0, max: 0 };

/** A group without room for an instance does not serve, and no policy can make it serve. */
export const isClosed = ({ maxInstanceNumber }: AsGroup): boolean => maxInstanceNumber === 0;

/** The id of a pair: the service knows none. */
export const pairId = (blueGroupId: string, greenGroupId: string): string => `${blueGroupId}/${greenGroupId}`;

/** The ids of the two groups; none of what has another form. */
export const groupIdsOf = (id: string): Readonly<Record<Colour, string>> | undefined => {
  const [blue = "", green = "", ...more] = id.split("/");
  return blue === "" || green === "" || more.length > 0 ? undefined : { blue, green };
};
