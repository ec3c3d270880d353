/** What every handler of an AS group needs. */
import { hereAs, orThrowAs } from "../context";

const subject = { title: "AS group", nameArgument: "scalingGroupName" };

/** Runs the effect; a failure becomes the one exception that the engine shows, about a group. */
export const orThrow = orThrowAs(subject);

/** Signs in, and makes sure that a recorded group lives there. */
export const hereFor = hereAs(subject);
