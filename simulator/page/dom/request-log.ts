/** The log of calls. */
import type { LoggedRequest } from "../../src/page/feed.js";
import { requestView } from "../view/request.js";
import { byId, html, setHidden, setText } from "./element.js";
import { keyedList, type Shown } from "./keyed-list.js";

function row(): Shown<LoggedRequest> {
  const [number, time, call, outcome] = [html("td"), html("td", { class: "time" }), html("td"), html("td")];
  const element = html("tr", {}, number, time, call, outcome);
  return {
    element,
    update: (request) => {
      const view = requestView(request);
      element.className = view.tone;
      outcome.className = "outcome";
      setText(number, view.seq);
      setText(time, view.time);
      setText(outcome, view.outcome);
      const line = html("code", {}, `${view.method} ${view.path}`);
      call.replaceChildren(
        view.body === undefined
          ? line
          : html("details", {}, html("summary", {}, line), html("pre", {}, view.body)),
      );
    },
  };
}

/** Makes a function that shows calls. */
export function requestLog(): (requests: readonly LoggedRequest[]) => void {
  const none = byId("no-requests", HTMLElement);
  const scroll = byId("request-scroll", HTMLElement);
  const show = keyedList<LoggedRequest>(byId("requests", HTMLElement), ({ seq }) => String(seq), row);
  return (requests) => {
    setHidden(none, requests.length > 0);
    setHidden(scroll, requests.length === 0);
    show(requests);
  };
}
