/** What the person does, and what they are told about it. */
import { NoAnswer } from "../administration.js";
import { byId, setText } from "./element.js";

/** Carries something out and tells how it went; `told` says what has been done. */
export type Do = (told: string, act: () => Promise<unknown>) => void;

function resultWords(result: unknown): string {
  return result === undefined || result === null ? "" : ` ${JSON.stringify(result)}`;
}

/** @param refresh shows at once what has become of it */
export function doer(refresh: () => void): {
  readonly act: Do;
  /** Says that the simulator answers again: that it did not is no longer told. */
  readonly answered: () => void;
} {
  const line = byId("told", HTMLElement);
  let isUnanswered = false;
  const tell = (text: string, error?: unknown): void => {
    isUnanswered = error instanceof NoAnswer;
    line.classList.toggle("bad", error !== undefined);
    setText(line, text);
  };
  return {
    act: (told, act) => {
      act().then(
        (result) => {
          tell(`${told}.${resultWords(result)}`);
          refresh();
        },
        (error: unknown) => {
          tell(`Not done: ${error instanceof Error ? error.message : String(error)}`, error);
        },
      );
    },
    answered: () => {
      if (isUnanswered) tell("");
    },
  };
}
