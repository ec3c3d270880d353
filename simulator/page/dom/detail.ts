/** Everything about one group: its numbers through time, its instances, and what can be done to them. */
import type { GroupOverview } from "../../src/page/feed.js";
import { makeChange } from "../administration.js";
import type { PageState } from "../state.js";
import { groupChanges, type OutsideChange } from "../view/change.js";
import { groupView } from "../view/group.js";
import { chartPanel } from "./chart.js";
import type { Do } from "./deeds.js";
import { holdsFocus } from "./focus.js";
import { button, byId, html, setHidden, setText } from "./element.js";
import { instanceTable } from "./instance-table.js";
import { numbersForm } from "./numbers-form.js";

/** The panel of the chosen group. */
export interface Detail {
  /** Shows a group, or with undefined none. */
  readonly choose: (id: string | undefined) => void;
  readonly update: (state: PageState) => void;
}

/** Makes a change, after a question if it has one. */
function changeMaker(act: Do): (change: OutsideChange, target: string) => void {
  return (change, target) => {
    if (change.question !== undefined && !confirm(change.question)) return;
    act(`${change.label}: ${target}`, () => makeChange(change));
  };
}

/** The buttons of what can be done, made anew only when others are offered. */
function changeButtons(make: (change: OutsideChange, target: string) => void): {
  readonly element: HTMLElement;
  readonly update: (group: GroupOverview) => void;
} {
  const element = html("div", { class: "buttons" });
  let offered = "";
  return {
    element,
    update: (group) => {
      const changes = groupChanges(group);
      if (JSON.stringify(changes) === offered) return;
      offered = JSON.stringify(changes);
      const focused = element.contains(document.activeElement)
        ? document.activeElement?.textContent
        : undefined;
      const buttons = changes.map((change) =>
        button(change.label, change.question === undefined ? {} : { class: "danger" }, () => {
          make(change, group.name);
        }),
      );
      element.replaceChildren(...buttons);
      if (focused !== undefined)
        (buttons.find((each) => each.textContent === focused) ?? buttons[0])?.focus();
    },
  };
}

function factsOf(group: GroupOverview): readonly string[] {
  const { configuration, hooks, policies, tags } = group;
  const list = (name: string, values: readonly string[]): string =>
    `${name}: ${values.length === 0 ? "none" : values.join(", ")}`;
  return [
    `AS configuration: ${configuration ?? "none"}`,
    list("policies", policies),
    list("lifecycle hooks", hooks),
    list(
      "tags",
      Object.entries(tags).map(([key, value]) => `${key}=${value}`),
    ),
  ];
}

/** @param closed called when the person closes the panel */
export function detail(act: Do, closed: () => void): Detail {
  const panel = byId("detail", HTMLElement);
  const name = html("h2", { id: "detail-name", tabindex: "-1" });
  const status = html("p", { class: "status" });
  const id = html("code");
  const note = html("p", { class: "note" });
  const facts = html("ul", { class: "tags" });
  const gone = html("p", { hidden: true }, "This group is gone.");
  const make = changeMaker(act);
  const buttons = changeButtons(make);
  const numbers = numbersForm(act);
  const chart = chartPanel();
  const instances = instanceTable(make);
  const body = html(
    "div",
    {},
    status,
    note,
    facts,
    html("div", { class: "columns" }, chart.element, html("div", {}, numbers.element, buttons.element)),
    instances.element,
  );
  panel.append(
    html("div", { class: "head" }, name, html("div", { class: "inline" }, id, button("Close", {}, closed))),
    gone,
    body,
  );

  let chosen: string | undefined;
  let isNew = false;
  const show = ({ groups, history, now }: PageState, shown: string): void => {
    const group = groups.get(shown);
    setHidden(gone, group !== undefined);
    setHidden(body, group === undefined);
    if (group === undefined) return;
    const view = groupView(group);
    panel.classList.remove("good", "busy", "idle", "bad");
    panel.classList.add(view.tone);
    setText(name, view.name);
    setText(id, group.id);
    setText(status, `${view.status}: ${view.numbers}`);
    setText(note, view.note);
    facts.replaceChildren(...factsOf(group).map((fact) => html("li", {}, fact)));
    buttons.update(group);
    numbers.update(group, isNew);
    chart.update(history.get(group.id) ?? [], now);
    instances.update(group);
    if (isNew) name.focus();
    isNew = false;
  };
  return {
    choose: (group) => {
      chosen = group;
      isNew = group !== undefined;
      setHidden(panel, group === undefined);
    },
    update: (state) => {
      if (chosen === undefined) return;
      const hadFocus = holdsFocus(panel);
      show(state, chosen);
      if (hadFocus && !holdsFocus(panel)) name.focus();
    },
  };
}
