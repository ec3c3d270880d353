/** Changes behind the back of the clients. */
import type { World } from "../world";
import { failNextAction, forget, setQuota } from "./account";
import { seedConfiguration } from "./configuration";
import { answerHooks } from "./hook";
import { setTopic } from "./notification";
import { act, createBandwidth, raiseAlarm, registerAlarm } from "./policy";
import { deleteGroup, modifyGroup, pauseGroup, resumeGroup, setCapacity, setTags } from "./group";
import {
  attachInstance,
  createServer,
  detachInstance,
  failHealthCheck,
  killInstance,
  protectInstance,
  restoreFlavour,
  sellOutFlavour,
  stopInstance,
} from "./server";

const changes = {
  seedConfiguration,
  modifyGroup,
  setCapacity,
  pauseGroup,
  resumeGroup,
  deleteGroup,
  setTags,
  setTopic,
  createServer,
  attachInstance,
  detachInstance,
  killInstance,
  stopInstance,
  failHealthCheck,
  protectInstance,
  answerHooks,
  act,
  registerAlarm,
  raiseAlarm,
  createBandwidth,
  sellOutFlavour,
  restoreFlavour,
  setQuota,
  forget,
  failNextAction,
} satisfies Record<string, (world: World, body: unknown) => unknown>;

/** Every change, by its name. */
export function outsideChanges(world: World): Record<string, (body: unknown) => unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [name, (body: unknown): unknown => change(world, body)]),
  );
}
