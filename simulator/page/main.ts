/** Puts the page together. */
import { readFeed } from "./administration.js";
import { doer } from "./dom/deeds.js";
import { detail } from "./dom/detail.js";
import { legendItems } from "./dom/dots.js";
import { byId, setHidden, setText } from "./dom/element.js";
import { faultPanel } from "./dom/fault-panel.js";
import { groupList, markChosen } from "./dom/group-list.js";
import { header } from "./dom/header.js";
import { outsidePanel } from "./dom/outside-panel.js";
import { requestLog } from "./dom/request-log.js";
import { timeline } from "./dom/timeline.js";
import { poll } from "./polling.js";
import { nothingKnown, stateAfter } from "./state.js";
import { groupsMatching } from "./view/group.js";
import { requestsMatching, type RequestFilter } from "./view/request.js";
import { timelineOf } from "./view/timeline.js";

let state = nothingKnown;
let chosen: string | undefined;

const cards = byId("group-list", HTMLElement);
const groupFilter = byId("group-filter", HTMLInputElement);
const groupShown = byId("group-shown", HTMLElement);
const noGroups = byId("no-groups", HTMLElement);
const requestFilter = byId("request-filter", HTMLSelectElement);
const connection = byId("connection", HTMLElement);

const { act, answered } = doer(() => {
  refresh();
});
const showHeader = header();
const showGroups = groupList(cards, choose);
const showTimeline = timeline();
const showRequests = requestLog();
const showFaults = faultPanel(act);
const panel = detail(act, () => {
  const before = chosen;
  choose(undefined);
  const name = cards.querySelector<HTMLElement>(`[data-id="${CSS.escape(before ?? "")}"] .name`);
  (name ?? byId("groups", HTMLElement)).focus();
});

function choose(id: string | undefined): void {
  chosen = id;
  markChosen(cards, id);
  panel.choose(id);
  panel.update(state);
}

function showFilteredGroups(): void {
  const groups = groupsMatching(state.groups.values(), groupFilter.value);
  setHidden(noGroups, state.groups.size > 0);
  setText(
    groupShown,
    groupFilter.value === "" ? "" : `${String(groups.length)} of ${String(state.groups.size)}`,
  );
  showGroups(groups);
  markChosen(cards, chosen);
}

function showFilteredRequests(): void {
  showRequests(requestsMatching(state.requests.values(), requestFilter.value as RequestFilter));
}

function showLost(error: unknown): void {
  if (error === undefined && !connection.hidden) answered();
  setHidden(connection, error === undefined);
  setText(connection, error === undefined ? "" : "The simulator does not answer. Trying again.");
}

byId("legend", HTMLElement).append(...legendItems());
groupFilter.addEventListener("input", showFilteredGroups);
requestFilter.addEventListener("change", showFilteredRequests);
outsidePanel(act);

const refresh = poll({
  read: () => readFeed(state),
  show: (feed) => {
    const before = state;
    state = stateAfter(before, feed);
    showHeader(state);
    if (state.groups !== before.groups) showFilteredGroups();
    if (state.requests !== before.requests) showFilteredRequests();
    if (state.faults !== before.faults) showFaults([...state.faults.values()]);
    if (state.actions !== before.actions || state.now !== before.now) {
      showTimeline(timelineOf(state.actions.values(), state.now));
    }
    panel.update(state);
  },
  lost: showLost,
  isHidden: () => document.hidden,
  wait: (milliseconds, next) => {
    const timer = setTimeout(next, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});
document.addEventListener("visibilitychange", refresh);
