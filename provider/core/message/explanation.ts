/** The parts of an explanation, and how they become text. */
import { describeFacts, type LiveFacts } from "../as-group/facts";

/** What went wrong, for people. */
export interface Explanation {
  /** One line; follows the name of the object. */
  readonly headline: string;
  /** What is known about it, one line each. */
  readonly details: readonly string[];
  /** What to do about it, each way in one line. */
  readonly ways: readonly string[];
}

/** What an error itself does not know. */
export interface MessageContext {
  /**
   * What kind of object it is about.
   *
   * @default "AS group"
   */
  readonly title?: string;
  /** Such as `updating`. */
  readonly doing: string;
  /** Name of the object in the service; empty when it is not known. */
  readonly name: string;
  readonly id?: string;
  /** The live group, if it was seen. */
  readonly facts?: LiveFacts;
}

/** What an instance refresh is doing, whoever asked for it. */
export const REFRESHING = "replacing instances";

/** What most errors advise. */
export const UP_AGAIN = "run `pulumi up` again";

/** A group is deleted by `pulumi destroy`, or by an `up` that replaces it or no longer has it in the program. */
const adviceFor = (doing: string, way: string): string =>
  doing === "deleting" ? way.replace(UP_AGAIN, "run the same `pulumi` command again") : way;

export const liveGroup = (facts: LiveFacts): string => `the live group: ${describeFacts(facts)}`;

/** The kind of object that a message is about. */
export const titleOf = ({ title = "AS group" }: MessageContext): string => title;

const objectOf = (context: MessageContext): string => {
  const { name, id } = context;
  return `${titleOf(context)}${name === "" ? "" : ` ${name}`}${id === undefined || id === "" ? "" : ` (id ${id})`}`;
};

/** The whole text, without a line break at its end. */
export const render = (context: MessageContext, { headline, details, ways }: Explanation): string =>
  [
    `${objectOf(context)}: ${headline}`,
    ...details.map((detail) => `  ${detail}`),
    ...(ways.length === 0 ? [] : ["What you can do:"]),
    ...ways.map((way, index) => `  ${index + 1}. ${adviceFor(context.doing, way)}`),
  ].join("\n");
