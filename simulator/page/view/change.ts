/** What can be done to groups and instances from outside. Pure. */
import type { GroupOverview, InstanceOverview } from "../../src/page/feed.js";

/** An outside change of the administration. */
export interface OutsideChange {
  readonly label: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What is asked before; undefined when the change can be undone. */
  readonly question?: string;
}

/** What can be done to a group as it is now. */
export function groupChanges({ id, name, status, instances }: GroupOverview): readonly OutsideChange[] {
  if (status === "DELETING") return [];
  const body = { scaling_group_id: id };
  const isHeld = instances.some(({ state }) => state.endsWith("_WAIT"));
  const answer = (result: string): OutsideChange => ({
    label: `Answer hooks: ${result}`,
    name: "answerHooks",
    body: { ...body, lifecycle_action_result: result },
  });
  return [
    status === "PAUSED"
      ? { label: "Enable", name: "resumeGroup", body }
      : { label: "Disable", name: "pauseGroup", body },
    { label: "Attach an instance", name: "attachInstance", body },
    {
      label: "Let the next scale-out fail",
      name: "failNextAction",
      body: { ...body, reason: "vcpu-quota" },
    },
    ...(isHeld ? [answer("CONTINUE"), answer("ABANDON")] : []),
    {
      label: "Delete at once",
      name: "deleteGroup",
      body,
      question: `Delete the group ${name} and the ECSs that AS made in it?`,
    },
  ];
}

/** What can be done to an instance as it is now; nothing while AS waits for its ECS. */
export function instanceChanges(instance: InstanceOverview): readonly OutsideChange[] {
  if (instance.id === null) return [];
  const body = { instance_id: instance.id };
  return [
    { label: "Kill", name: "killInstance", body },
    { label: "Switch off", name: "stopInstance", body },
    { label: "Fail health check", name: "failHealthCheck", body },
    instance.protected
      ? { label: "Unprotect", name: "protectInstance", body: { ...body, protect: false } }
      : { label: "Protect", name: "protectInstance", body },
  ];
}
