import { proveCrashPoints } from "./support/crash-points";

const destroy = { name: "destroy" } as const;
const release = { drain: { protectedInstances: "release" } };

proveCrashPoints({ title: "destroy", before: {}, command: destroy });

proveCrashPoints({
  title: "destroy of protected instances with consent",
  before: release,
  happened: [{ change: "protectInstance", to: 0 }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy with an attached instance",
  before: {},
  happened: [{ change: "attachInstance" }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy of a paused group with an attached and a protected instance",
  before: release,
  happened: [{ change: "attachInstance" }, { change: "protectInstance", to: 0 }, { change: "pauseGroup" }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy of a paused group that may lose instances, with an attached and a protected instance",
  variants: { removeWhilePaused: "allowed" },
  before: release,
  happened: [{ change: "attachInstance" }, { change: "protectInstance", to: 0 }, { change: "pauseGroup" }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy of a paused group with 12 instances that are removed in two batches",
  variants: { removeWhilePaused: "allowed" },
  before: { desireInstanceNumber: 12, maxInstanceNumber: 12 },
  happened: [{ change: "pauseGroup" }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy of 12 instances",
  before: { desireInstanceNumber: 12, maxInstanceNumber: 12 },
  command: destroy,
});

proveCrashPoints({
  title: "destroy while the group is scaling",
  before: {},
  happened: [{ change: "setCapacity", body: { desire_instance_number: 4 } }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy with force, with an attached and a protected instance",
  before: { deleteMode: "force" },
  happened: [{ change: "attachInstance" }, { change: "protectInstance", to: 0 }],
  command: destroy,
});

proveCrashPoints({
  title: "destroy that refuses a group with instances, of an empty group",
  before: { deleteMode: "refuse", minInstanceNumber: 0, desireInstanceNumber: 0 },
  command: destroy,
});
