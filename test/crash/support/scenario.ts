/** A scenario: what there is, what the user does, and what there is to be afterwards. All of it is data. */
import type { SimulatorOptions } from "otc-as-simulator";
import type { Args } from "../../e2e/support/group-args";

/** Something that has happened to the group behind the back of Pulumi. */
export interface Happening {
  readonly change: string;
  readonly body?: object;
  /**
   * Whom it happens to: the group, the account, or an instance of the group, counted from 0.
   *
   * @default "group"
   */
  readonly to?: "group" | "account" | number;
}

/** How the group is to look once all is done. Instances that AS did not create are members still. */
export interface Wanted {
  readonly status: "INSERVICE" | "PAUSED";
  /** Minimum, desired and maximum number. */
  readonly capacity: readonly [number, number, number];
  readonly zones?: readonly string[];
  readonly network?: string;
  readonly vpc?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Instances that AS did not create still exist, but outside of the group. */
  readonly leavesAttached?: true;
}

/** A command and its surroundings. */
export interface Scenario {
  readonly title: string;
  /** Readings of the documents that the service takes. */
  readonly variants?: NonNullable<SimulatorOptions["variants"]>;
  /** The program that has been applied already, if there is a group: what differs from a small group. */
  readonly before?: Args;
  readonly happened?: readonly Happening[];
  readonly command:
    | {
        readonly name: "up";
        readonly program: Args;
        /** What the error says, if the service refuses this program. */
        readonly refusal?: string;
        /**
         * The program of the run that follows.
         *
         * @default - the same
         */
        readonly next?: Args;
        readonly wanted: Wanted;
      }
    /** Afterwards the group is gone; instances that AS did not create are still there. */
    | { readonly name: "destroy" };
}
