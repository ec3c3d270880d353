/** The instances of the chosen group, with what can be done to each. */
import type { GroupOverview, InstanceOverview } from "../../src/page/feed.js";
import { instanceChanges, type OutsideChange } from "../view/change.js";
import { kindOf, kindWords } from "../view/instance.js";
import { kindSign } from "./dots.js";
import { focusNear } from "./focus.js";
import { button, html, setHidden, setText } from "./element.js";
import { keyedList, type Shown } from "./keyed-list.js";

type Make = (change: OutsideChange, target: string) => void;

function row(make: Make): Shown<InstanceOverview> {
  const name = html("th", { scope: "row" });
  const [state, zone] = [html("td"), html("td", { class: "az" })];
  const [configuration, deeds] = [html("td"), html("td")];
  const element = html("tr", {}, name, state, zone, configuration, deeds);
  let offered = "";
  const offer = (instance: InstanceOverview): void => {
    const changes = instanceChanges(instance);
    if (JSON.stringify(changes) === offered) return;
    offered = JSON.stringify(changes);
    const place = [...deeds.children].findIndex((each) => each === document.activeElement);
    deeds.replaceChildren(
      ...changes.map((change) =>
        button(change.label, { "aria-label": `${change.label} ${instance.name}` }, () => {
          make(change, instance.name);
        }),
      ),
    );
    if (place < 0) return;
    const again = deeds.children[place];
    if (again instanceof HTMLElement) again.focus();
    else if (element.parentElement) focusNear(element.parentElement, element.sectionRowIndex);
  };
  return {
    element,
    update: (instance) => {
      const kind = kindOf(instance);
      setText(name, instance.name);
      state.replaceChildren(
        kindSign(kind, instance.protected),
        ` ${kindWords[kind]}${instance.protected ? ", protected" : ""} `,
        html("span", { class: "quiet" }, `${instance.state}, ${instance.health}`),
      );
      setText(zone, instance.zone);
      setText(configuration, instance.configuration ?? "added by hand");
      offer(instance);
    },
  };
}

/** A table that can be brought up to date. */
export function instanceTable(make: Make): {
  readonly element: HTMLElement;
  readonly update: (group: GroupOverview) => void;
} {
  const rows = html("tbody");
  const columns = ["Instance", "State", "AZ", "AS configuration", "From outside"];
  const head = html("tr", {}, ...columns.map((column) => html("th", { scope: "col" }, column)));
  const table = html("table", {}, html("thead", {}, head), rows);
  const none = html("p", { class: "empty" }, "No instances.");
  const scroll = html(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": "Instances" },
    table,
  );
  const element = html("section", { class: "instances" }, html("h3", {}, "Instances"), none, scroll);
  const show = keyedList<InstanceOverview>(
    rows,
    // Two ECSs may bear one name; before AS has an ECS there is nothing but the name.
    ({ id, name }) => id ?? name,
    () => row(make),
  );
  return {
    element,
    update: ({ instances }) => {
      setHidden(none, instances.length > 0);
      setHidden(scroll, instances.length === 0);
      show(instances);
    },
  };
}
