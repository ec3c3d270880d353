/** Commands that are killed while one of their calls is under way. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { signalProcess } from "../../../tools/engine/process-tree";
import type { EngineCommand, Run, RunningCommand } from "../../../tools/engine/stack";
import { groupArgs, OTHER_SUBNET, OTHER_VPC, SECURITY_GROUP, type Args } from "./group-args";
import { openProject, type Project } from "./project";

/** A command, and the call at which it is killed. */
interface KilledScenario {
  readonly title: string;
  /** The arguments that have been applied already, if there is a group. */
  readonly before?: Args;
  /** What has happened to the group since. */
  readonly happened?: (project: Project) => void;
  readonly command: "up" | "destroy";
  readonly program?: Args;
  /** The desired number afterwards, where it is not the program's. */
  readonly desired?: number;
  /** The call never gets through. */
  readonly call: { readonly method: string; readonly path: string; readonly nth?: number };
}

const drain = { lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] };

/** One of each kind of command. */
const scenarios: readonly KilledScenario[] = [
  {
    title: "a create before the group is enabled",
    command: "up",
    program: { tags: { env: "prod" } },
    call: { method: "POST", path: "**/scaling_group/*/action" },
  },
  {
    title: "an edit of tags and numbers between its writes",
    before: { tags: { env: "prod" } },
    command: "up",
    program: { tags: { env: "dev" }, maxInstanceNumber: 4 },
    call: { method: "PUT", path: "**/scaling_group/*" },
  },
  {
    title: "a drain before the group is emptied",
    before: {},
    command: "up",
    program: drain,
    call: { method: "POST", path: "**/scaling_group_instance/*/action" },
  },
  {
    title: "a drain before the group is resumed",
    before: {},
    command: "up",
    program: { ...drain, securityGroups: [{ id: SECURITY_GROUP }] },
    call: { method: "POST", path: "**/scaling_group/*/action", nth: 2 },
  },
  {
    title: "a settled edit while the group scales",
    before: {},
    happened: (project) => {
      project.outside("setCapacity", { desire_instance_number: 3 });
    },
    command: "up",
    program: { availableZones: ["eu-de-01", "eu-de-02"] },
    desired: 3,
    call: { method: "PUT", path: "**/scaling_group/*" },
  },
  {
    title: "a drain of attached and protected instances before the change",
    before: {},
    happened: (project) => {
      const [first] = project.group().instances;
      project.simulator.admin.outside("protectInstance", { instance_id: first?.server?.id, protect: true });
      project.outside("attachInstance");
    },
    command: "up",
    program: { ...drain, drain: { protectedInstances: "release", attachedInstances: "reattach" } },
    desired: 3,
    call: { method: "PUT", path: "**/scaling_group/*", nth: 2 },
  },
  {
    title: "a replacement before the old group is deleted",
    before: {},
    command: "up",
    program: { vpcId: OTHER_VPC },
    call: { method: "DELETE", path: "**/scaling_group/*" },
  },
  {
    title: "a destroy before the emptied group is deleted",
    before: {},
    command: "destroy",
    call: { method: "DELETE", path: "**/scaling_group/*" },
  },
  {
    title: "a forced destroy before the group is deleted",
    before: { deleteMode: "force" },
    command: "destroy",
    call: { method: "DELETE", path: "**/scaling_group/*" },
  },
  {
    title: "a destroy of an empty group, the only one that is allowed, before it is deleted",
    before: { deleteMode: "refuse", minInstanceNumber: 0, desireInstanceNumber: 0 },
    command: "destroy",
    call: { method: "DELETE", path: "**/scaling_group/*" },
  },
];

const NEVER_MS = 600_000;

/** Starts a command and waits until it makes the call, which is held back. */
async function startAndHold(
  { simulator, stack }: Project,
  command: EngineCommand,
  call: KilledScenario["call"],
): Promise<RunningCommand> {
  const { admin } = simulator;
  const id = admin.fault({ match: call, effect: { kind: "delay", ms: NEVER_MS } });
  const running = stack.start(command);
  await expect.poll(() => admin.faults().find((fault) => fault.id === id)?.hits, { timeout: 60_000 }).toBe(1);
  return running;
}

/** Kills the provider alone: the engine notices, and ends by itself. */
export async function killProvider(running: RunningCommand): Promise<Run> {
  const providers = (await running.tree()).filter(({ commandLine }) =>
    /^\S*node\S* .*dynamic-provider/.test(commandLine),
  );
  expect(providers).toHaveLength(1);
  for (const { pid } of providers) signalProcess(pid, "SIGKILL");
  return running.done;
}

/** Kills the engine and all that it has started, as the end of a machine does. */
export async function killEverything(running: RunningCommand): Promise<Run> {
  await running.killTree("SIGKILL");
  return running.done;
}

const wantedOf = ({ before, program }: KilledScenario): Args => ({
  minInstanceNumber: 1,
  desireInstanceNumber: 2,
  ...before,
  ...program,
});

const expectAllGood = async (
  project: Project,
  args: Args,
  desired = args["desireInstanceNumber"],
): Promise<void> => {
  const group = project.group();
  const { web } = (await project.stack.outputs()) as { web: { scalingGroupId: string } };
  expect(group.id).toBe(web.scalingGroupId);
  expect(group.document).toMatchObject({
    scaling_group_status: "INSERVICE",
    min_instance_number: args["minInstanceNumber"],
    desire_instance_number: desired,
    max_instance_number: args["maxInstanceNumber"],
    current_instance_number: desired,
    networks: args["networks"],
    vpc_id: args["vpcId"],
  });
  expect(group.tags).toEqual(args["tags"] ?? {});
  expect((await project.succeed("preview")).output).toContain("2 unchanged");
};

/** Proves that the command after a killed one makes all good. */
export function proveKilled(
  kill: (running: RunningCommand) => Promise<Run>,
  unlock: (project: Project) => Promise<void>,
): void {
  let project: Project;
  const declare = async (more: Args): Promise<Args> => {
    const args = groupArgs(project.configurationId, more);
    await project.declare({ name: "web", args });
    return args;
  };
  beforeEach(async () => {
    project = await openProject({ simulator: { variants: { removeWhilePaused: "allowed" } } });
  });
  afterEach(() => project.close());

  test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))(
    "makes good %s",
    async (_, scenario) => {
      if (scenario.before !== undefined) {
        await declare(wantedOf({ ...scenario, program: {} }));
        await project.succeed("up");
        scenario.happened?.(project);
      }
      const args = await declare(wantedOf(scenario));
      const killed = await kill(await startAndHold(project, scenario.command, scenario.call));
      expect(killed.exitCode).not.toBe(0);
      project.simulator.admin.clearFaults();
      await unlock(project);
      await project.succeed(scenario.command);
      if (scenario.command === "destroy") expect(project.groups()).toEqual([]);
      else await expectAllGood(project, args, scenario.desired);
    },
  );
}
