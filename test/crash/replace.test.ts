import { proveCrashPoints } from "./support/crash-points";
import { OTHER_SUBNET, OTHER_VPC } from "../e2e/support/group-args";

proveCrashPoints({
  title: "replace for another VPC",
  before: {},
  command: {
    name: "up",
    program: { vpcId: OTHER_VPC },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], vpc: OTHER_VPC },
  },
});

proveCrashPoints({
  title: "replace instead of a locked change, under a name of the user's choice",
  before: { scalingGroupName: "web", tags: { env: "prod" } },
  command: {
    name: "up",
    program: {
      scalingGroupName: "web",
      tags: { env: "prod" },
      lockedChange: "replace",
      networks: [{ id: OTHER_SUBNET }],
    },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], network: OTHER_SUBNET, tags: { env: "prod" } },
  },
});
