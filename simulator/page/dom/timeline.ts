/** The line of scaling actions. */
import type { ActionView, Timeline } from "../view/timeline.js";
import { byId, html, setHidden, setText } from "./element.js";
import { keyedList, type Shown } from "./keyed-list.js";

function row(): Shown<ActionView> {
  const time = html("span", { class: "quiet" });
  const group = html("strong");
  const type = html("code");
  const sentence = html("span");
  const bar = html("span");
  const element = html(
    "li",
    {},
    html("div", {}, time, " ", group, " ", type, " ", sentence),
    html("div", { class: "bar", "aria-hidden": "true" }, bar),
  );
  return {
    element,
    update: (action) => {
      element.className = action.tone;
      setText(time, action.time);
      setText(group, action.group);
      setText(type, action.type);
      setText(sentence, action.sentence);
      bar.style.setProperty("--from", String(action.from));
      bar.style.setProperty("--length", String(action.length));
    },
  };
}

/** Makes a function that shows the scaling actions. */
export function timeline(): (timeline: Timeline) => void {
  const list = byId("timeline", HTMLElement);
  const none = byId("no-actions", HTMLElement);
  const span = byId("timeline-span", HTMLElement);
  const show = keyedList<ActionView>(list, ({ id }) => id, row);
  return ({ rows, span: words }) => {
    setHidden(none, rows.length > 0);
    setHidden(list, rows.length === 0);
    setText(span, rows.length === 0 ? "" : words);
    show(rows);
  };
}
