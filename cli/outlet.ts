/** Where the executable runs, and where its words go. */

/** What commands need of the terminal. */
export interface Outlet {
  /** One line of the result. */
  readonly say: (line: string) => void;
  /** One line about a failure, or for a person only. */
  readonly complain: (line: string) => void;
  /** The working directory, in which `clouds.yaml` and the Pulumi project are looked for. */
  readonly directory: string;
  readonly home: string;
}
