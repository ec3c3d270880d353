import { proveCrashPoints } from "./support/crash-points";
import { OTHER_SUBNET, SUBNET } from "../e2e/support/group-args";

const drained = { lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] };

proveCrashPoints({
  title: "drain",
  before: {},
  command: {
    name: "up",
    program: drained,
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], network: OTHER_SUBNET },
  },
});

proveCrashPoints({
  title: "drain where instances may be removed from a paused group",
  variants: { removeWhilePaused: "allowed" },
  before: { tags: { env: "prod" } },
  command: {
    name: "up",
    program: { ...drained, tags: { env: "prod" } },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], network: OTHER_SUBNET, tags: { env: "prod" } },
  },
});

proveCrashPoints({
  title: "drain while the group is scaling",
  variants: { removeWhilePaused: "allowed" },
  before: {},
  happened: [{ change: "setCapacity", body: { desire_instance_number: 3 } }],
  command: {
    name: "up",
    program: drained,
    wanted: { status: "INSERVICE", capacity: [1, 3, 4], network: OTHER_SUBNET },
  },
});

proveCrashPoints({
  title: "drain whose change the service refuses",
  variants: { removeWhilePaused: "allowed" },
  before: { lockedChange: "drain" },
  happened: [{ change: "forget", body: { kind: "network", id: OTHER_SUBNET }, to: "account" }],
  command: {
    name: "up",
    program: drained,
    refusal: "the change was not made; the group has its capacity and its status back",
    next: { lockedChange: "drain" },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], network: SUBNET },
  },
});
