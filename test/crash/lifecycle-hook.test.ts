import { proveKind } from "./support/kind-points";

proveKind({
  kind: "lifecycleHook",
  title: "lifecycle hook",
  args: (world) => ({
    scalingGroupId: world.group().id,
    lifecycleHookType: "INSTANCE_LAUNCHING",
    notificationTopicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
    defaultTimeout: 300,
  }),
  edit: { lifecycleHookType: "INSTANCE_TERMINATING", defaultResult: "CONTINUE", defaultTimeout: 600 },
  replacement: { lifecycleHookName: "chosen" },
  objects: (world) => world.group().hooks.map((hook) => ({ ...hook, create_time: "some time" })),
});
