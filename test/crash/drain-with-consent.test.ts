import { proveCrashPoints } from "./support/crash-points";
import { OTHER_SUBNET } from "../e2e/support/group-args";

const drained = { lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] };
const consent = { protectedInstances: "release", attachedInstances: "reattach" };

proveCrashPoints({
  title: "drain with attached and protected instances and consent",
  before: {},
  happened: [{ change: "attachInstance" }, { change: "protectInstance", to: 0 }],
  command: {
    name: "up",
    program: { ...drained, drain: consent },
    wanted: { status: "INSERVICE", capacity: [1, 3, 4], network: OTHER_SUBNET },
  },
});

proveCrashPoints({
  title: "drain with attached and protected instances and consent where a paused group may lose instances",
  variants: { removeWhilePaused: "allowed" },
  before: {},
  happened: [
    { change: "attachInstance" },
    { change: "protectInstance", to: 0 },
    { change: "protectInstance", to: 2 },
  ],
  command: {
    name: "up",
    program: { ...drained, drain: consent },
    wanted: { status: "INSERVICE", capacity: [1, 3, 4], network: OTHER_SUBNET },
  },
});

proveCrashPoints({
  title: "drain with an attached instance that lies in a zone which the group leaves",
  before: { availableZones: ["eu-de-01"] },
  happened: [{ change: "attachInstance" }],
  command: {
    name: "up",
    program: { ...drained, drain: consent, availableZones: ["eu-de-02"] },
    wanted: {
      status: "INSERVICE",
      capacity: [1, 3, 4],
      network: OTHER_SUBNET,
      zones: ["eu-de-02"],
      leavesAttached: true,
    },
  },
});
