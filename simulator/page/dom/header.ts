/** The facts at the top. */
import type { PageState } from "../state.js";
import { dateAndTime } from "../view/time.js";
import { byId, setText } from "./element.js";

/** Makes a function that shows the facts. */
export function header(): (state: PageState) => void {
  const fact = (id: string): HTMLElement => byId(id, HTMLElement);
  const [clock, groups, instances] = [fact("clock"), fact("group-count"), fact("instance-count")];
  const [as, iam] = [fact("as-calls"), fact("iam-calls")];
  const speed = byId("speed", HTMLInputElement);
  let shownSpeed = "";
  return (state) => {
    setText(clock, dateAndTime(state.now));
    setText(groups, String(state.groups.size));
    const total = [...state.groups.values()].reduce((sum, group) => sum + group.instances.length, 0);
    setText(instances, String(total));
    setText(as, String(state.calls.as));
    setText(iam, String(state.calls.iam));
    // What is being typed stays.
    if (speed.value === shownSpeed) speed.value = String(state.speed);
    shownSpeed = String(state.speed);
  };
}
