import { proveCrashPoints } from "./support/crash-points";
import { OTHER_SUBNET } from "../e2e/support/group-args";

proveCrashPoints({
  title: "a settled edit while the group is scaling",
  before: {},
  happened: [{ change: "setCapacity", body: { desire_instance_number: 3 } }],
  command: {
    name: "up",
    program: { availableZones: ["eu-de-01", "eu-de-02"] },
    wanted: { status: "INSERVICE", capacity: [1, 3, 4], zones: ["eu-de-01", "eu-de-02"] },
  },
});

proveCrashPoints({
  title: "an edit of numbers and tags",
  before: { tags: { env: "prod", team: "shop" } },
  command: {
    name: "up",
    program: {
      minInstanceNumber: 2,
      desireInstanceNumber: 3,
      coolDownTime: 60,
      tags: { env: "dev", owner: "web" },
    },
    wanted: { status: "INSERVICE", capacity: [2, 3, 4], tags: { env: "dev", owner: "web" } },
  },
});

proveCrashPoints({
  title: "an edit that pauses, empties and changes the network at once",
  before: {},
  command: {
    name: "up",
    program: {
      enable: false,
      minInstanceNumber: 0,
      desireInstanceNumber: 0,
      networks: [{ id: OTHER_SUBNET }],
    },
    wanted: { status: "PAUSED", capacity: [0, 0, 4], network: OTHER_SUBNET },
  },
});

proveCrashPoints({
  title: "an edit that changes the network of a paused, empty group and resumes it",
  before: { enable: false, minInstanceNumber: 0, desireInstanceNumber: 0 },
  command: {
    name: "up",
    program: { networks: [{ id: OTHER_SUBNET }] },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], network: OTHER_SUBNET },
  },
});
