import { proveCrashPoints } from "./support/crash-points";

proveCrashPoints({
  title: "create",
  command: { name: "up", program: {}, wanted: { status: "INSERVICE", capacity: [1, 2, 4] } },
});

proveCrashPoints({
  title: "create with tags",
  command: {
    name: "up",
    program: { tags: { env: "prod", team: "shop" } },
    wanted: { status: "INSERVICE", capacity: [1, 2, 4], tags: { env: "prod", team: "shop" } },
  },
});

proveCrashPoints({
  title: "create with tags, paused, under a name of the user's choice",
  command: {
    name: "up",
    program: {
      tags: { env: "prod" },
      enable: false,
      scalingGroupName: "web",
      desireInstanceNumber: 0,
      minInstanceNumber: 0,
    },
    wanted: { status: "PAUSED", capacity: [0, 0, 4], tags: { env: "prod" } },
  },
});
