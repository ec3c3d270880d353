import { proveKind } from "./support/kind-points";

proveKind({
  kind: "asPolicy",
  title: "AS policy",
  args: (world) => ({
    scalingResourceId: world.group().id,
    scalingPolicyType: "RECURRENCE",
    scheduledPolicy: {
      launchTime: "20:00",
      recurrenceType: "Daily",
      startTime: "2099-01-01T00:00Z",
      endTime: "2099-12-31T00:00Z",
    },
  }),
  edit: { coolDownTime: 60, enabled: false },
  objects: (world) =>
    world.simulator.admin.snapshot().policies.map(({ document }) => ({
      ...document,
      scaling_policy_id: "some id",
      create_time: "some time",
    })),
});
