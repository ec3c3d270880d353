/** Setting and clearing faults. */
import type { Fault } from "../../src/page/feed.js";
import { clearFault, setFault } from "../administration.js";
import { FAULT_CALLS, FAULT_EFFECTS, faultView } from "../view/fault.js";
import type { Do } from "./deeds.js";
import { button, byId, html, setText } from "./element.js";
import { keyedList, type Shown } from "./keyed-list.js";

/** Fills a selection and returns what is chosen in it. */
function selection<Value>(
  id: string,
  choices: readonly { readonly label: string; readonly value: Value }[],
): () => Value | undefined {
  const select = byId(id, HTMLSelectElement);
  select.append(...choices.map(({ label }, index) => html("option", { value: index }, label)));
  return () => choices[Number(select.value)]?.value;
}

function row(act: Do): (fault: Fault) => Shown<Fault> {
  return ({ id }) => {
    const sentence = html("span");
    const clear = button("Clear", { "aria-label": `Clear ${id}` }, () => {
      act(`Fault cleared: ${id}`, () => clearFault(id));
    });
    const element = html("li", {}, sentence, clear);
    return {
      element,
      update: (fault) => {
        const view = faultView(fault);
        setText(sentence, view.sentence);
        element.classList.toggle("spent", view.spent);
      },
    };
  };
}

/** Makes a function that shows the faults that are set. */
export function faultPanel(act: Do): (faults: readonly Fault[]) => void {
  const call = selection("fault-call", FAULT_CALLS);
  const effect = selection("fault-effect", FAULT_EFFECTS);
  const nth = byId("fault-nth", HTMLInputElement);
  const times = byId("fault-times", HTMLInputElement);
  byId("fault-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const [match, what] = [call(), effect()];
    if (match === undefined || what === undefined) return;
    act("Fault set", () =>
      setFault({ match: { ...match, nth: nth.valueAsNumber }, effect: what, times: times.valueAsNumber }),
    );
  });
  return keyedList<Fault>(byId("faults", HTMLElement), ({ id }) => id, row(act));
}
