/** What happens to others while a command waits. */
import type { Run } from "../../../tools/engine/stack";
import { SPEED, type Project } from "./project";

/** Nothing comes up and nothing goes. */
const STANDSTILL = 0.001;

/**
 * Runs `pulumi up` and lets it go on only when `meanwhile` is over: time stands still, so that it waits for its
 * instances. Whatever comes of it, time goes on afterwards, and the command has ended.
 */
export async function upDuring({ simulator, stack }: Project, meanwhile: () => Promise<void>): Promise<Run> {
  simulator.admin.speed(STANDSTILL);
  const command = stack.start("up");
  try {
    await meanwhile();
    simulator.admin.speed(SPEED);
    return await command.done;
  } finally {
    simulator.admin.speed(SPEED);
    await command.killTree("SIGKILL");
    await command.done;
  }
}
