/** The form that moves the numbers of a group from outside. */
import type { GroupOverview } from "../../src/page/feed.js";
import { makeChange } from "../administration.js";
import type { Do } from "./deeds.js";
import { html } from "./element.js";

const NUMBERS = ["min", "desired", "max"] as const;
const FIELDS = {
  min: "min_instance_number",
  desired: "desire_instance_number",
  max: "max_instance_number",
} as const;

/** A form that keeps what is being typed while the group goes on. */
export function numbersForm(act: Do): {
  readonly element: HTMLElement;
  /** @param isNew another group than before: what was typed for that one is dropped */
  readonly update: (group: GroupOverview, isNew: boolean) => void;
} {
  const inputs = NUMBERS.map((number) => {
    const id = `number-${number}`;
    const input = html("input", { id, type: "number", min: 0, required: true });
    return { number, input, element: html("div", {}, html("label", { for: id }, number), input) };
  });
  const element = html(
    "form",
    { class: "fields", "aria-label": "Numbers of the group" },
    ...inputs.map((each) => each.element),
    html("button", {}, "Set from outside"),
  );
  let shown: GroupOverview | undefined;
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    if (shown === undefined) return;
    const numbers: Record<string, number> = {};
    for (const { number, input } of inputs) numbers[FIELDS[number]] = input.valueAsNumber;
    const body = { scaling_group_id: shown.id, reason: "MANNUAL", ...numbers };
    act(`Numbers set: ${shown.name}`, () => makeChange({ name: "setCapacity", body }));
  });
  return {
    element,
    update: (group, isNew) => {
      for (const { number, input } of inputs) {
        const before = shown === undefined || isNew ? input.value : String(shown[number]);
        if (input.value === before) input.value = String(group[number]);
      }
      shown = group;
    },
  };
}
