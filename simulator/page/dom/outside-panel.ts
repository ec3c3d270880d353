/** Changes that concern no single group, and any other change by its name. */
import {
  clearRequests,
  expireTokens,
  makeChange,
  outsideChangeNames,
  reset,
  setSpeed,
} from "../administration.js";
import type { Do } from "./deeds.js";
import { byId, html } from "./element.js";

const QUESTION = "Delete everything that the simulator holds, and clear faults and log?";

function onClick(id: string, act: () => void): void {
  byId(id, HTMLButtonElement).addEventListener("click", act);
}

function onSubmit(id: string, act: () => void): void {
  byId(id, HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
}

/** Puts the buttons and the forms to work. */
export function outsidePanel(act: Do): void {
  onClick("seed", () => {
    act("AS configuration made", () => makeChange({ name: "seedConfiguration", body: {} }));
  });
  onClick("expire", () => {
    act("All tokens ended", expireTokens);
  });
  onClick("reset", () => {
    if (confirm(QUESTION)) act("The simulator is as at its start", reset);
  });
  onClick("clear-requests", () => {
    act("Log of calls cleared", clearRequests);
  });

  const speed = byId("speed", HTMLInputElement);
  onSubmit("speed-form", () => {
    act(`The clock runs at ${speed.value} times real time`, () => setSpeed(speed.valueAsNumber));
  });

  const name = byId("change-name", HTMLSelectElement);
  const body = byId("change-body", HTMLTextAreaElement);
  onSubmit("change-form", () => {
    act(`Done: ${name.value}`, async () =>
      makeChange({ name: name.value, body: JSON.parse(body.value) as Readonly<Record<string, unknown>> }),
    );
  });
  void outsideChangeNames().then((names) => {
    name.append(...names.map((each) => html("option", {}, each)));
  });
}
