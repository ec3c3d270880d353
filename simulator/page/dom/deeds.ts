/** What the person does, and what they are told about it. */
import { byId, setText } from "./element.js";

/** Carries something out and tells how it went; `told` says what has been done. */
export type Do = (told: string, act: () => Promise<unknown>) => void;

function resultWords(result: unknown): string {
  return result === undefined || result === null ? "" : ` ${JSON.stringify(result)}`;
}

/** @param refresh shows at once what has become of it */
export function doer(refresh: () => void): Do {
  const line = byId("told", HTMLElement);
  return (told, act) => {
    act().then(
      (result) => {
        line.classList.remove("bad");
        setText(line, `${told}.${resultWords(result)}`);
        refresh();
      },
      (error: unknown) => {
        line.classList.add("bad");
        setText(line, `Not done: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  };
}
