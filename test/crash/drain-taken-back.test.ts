import { proveCrashPoints } from "./support/crash-points";
import { OTHER_SUBNET, SUBNET } from "../e2e/support/group-args";

const drained = { lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] };

proveCrashPoints({
  title: "drain whose change is taken back before the next run",
  before: { lockedChange: "drain" },
  command: {
    name: "up",
    program: drained,
    next: { lockedChange: "drain" },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], network: SUBNET },
  },
});
