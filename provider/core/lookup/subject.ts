/** What a look-up is about: for messages. */

/** The name of a look-up and of what it looks at. */
export interface LookupSubject {
  /** What the program calls, such as `getAsInstances`. */
  readonly name: string;
  /** What is looked up, such as `instances`; absent when it is the object itself. */
  readonly what?: string;
  /** The object that the arguments name, such as `AS group 62c26ad7-…`; absent when they name none. */
  readonly object?: string;
}

/** Such as `instances of AS group 62c26ad7-…`. */
export const describeSubject = ({ what, object }: LookupSubject): string =>
  [what, object].filter((part) => part !== undefined).join(" of ");
