/** The list of groups. */
import type { GroupOverview } from "../../src/page/feed.js";
import { groupView, type Gauge } from "../view/group.js";
import { zoneElement } from "./dots.js";
import { button, html, setText } from "./element.js";
import { keyedList, type Shown } from "./keyed-list.js";

const GAUGE_LINES = ["serving", "min", "desired", "max"] as const;

function gaugeElement(): { readonly element: HTMLElement; readonly update: (gauge: Gauge) => void } {
  const lines = GAUGE_LINES.map((line) => ({ line, element: html("span", { class: line }) }));
  return {
    // The numbers are beside it in words.
    element: html("div", { class: "gauge", "aria-hidden": "true" }, ...lines.map(({ element }) => element)),
    update: (gauge) => {
      for (const { line, element } of lines) element.style.setProperty("--at", String(gauge[line]));
    },
  };
}

function card(id: string, choose: (id: string) => void): Shown<GroupOverview> {
  const name = button("", { class: "name", "aria-controls": "detail" }, () => {
    choose(id);
  });
  const status = html("p", { class: "status" });
  const numbers = html("p", { class: "numbers" });
  const gauge = gaugeElement();
  const zones = html("div");
  const note = html("p", { class: "note" });
  const element = html(
    "li",
    { "data-id": id },
    html("h3", {}, name),
    status,
    gauge.element,
    numbers,
    zones,
    note,
  );
  return {
    element,
    update: (group) => {
      const view = groupView(group);
      const isChosen = element.classList.contains("chosen");
      element.className = `card ${view.tone}${isChosen ? " chosen" : ""}`;
      setText(name, view.name);
      setText(status, view.status);
      setText(numbers, view.numbers);
      setText(note, view.note);
      gauge.update(view.gauge);
      zones.replaceChildren(...view.zones.map(zoneElement));
    },
  };
}

/** Makes a function that shows groups as cards. */
export const groupList = (
  parent: HTMLElement,
  choose: (id: string) => void,
): ((groups: readonly GroupOverview[]) => void) =>
  keyedList(
    parent,
    ({ id }) => id,
    ({ id }) => card(id, choose),
  );

/** Marks the card of the chosen group. */
export function markChosen(parent: HTMLElement, chosen: string | undefined): void {
  for (const element of parent.children) {
    element.classList.toggle("chosen", element instanceof HTMLElement && element.dataset["id"] === chosen);
  }
}
