import { describe, expect, it } from "vitest";
import { openStack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

/** Somebody else adds a lifecycle hook to the only group. */
const addHook = async ({ simulator, group }: World, type: string): Promise<void> => {
  const { credentials, url } = simulator;
  const { authUrl, username, password, domainName, projectName, projectId } = credentials;
  const signedIn = await fetch(`${authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: username, password, domain: { name: domainName } } },
        },
        scope: { project: { name: projectName } },
      },
    }),
  });
  const added = await fetch(`${url}/autoscaling-api/v1/${projectId}/scaling_lifecycle_hook/${group().id}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-auth-token": signedIn.headers.get("x-subject-token") ?? "",
    },
    body: JSON.stringify({
      lifecycle_hook_name: "warm-up",
      lifecycle_hook_type: type,
      default_result: "CONTINUE",
      default_timeout: 300,
      notification_topic_urn: `urn:smn:eu-de:${projectId}:fleet`,
    }),
  });
  expect(added.status).toBe(200);
};

describe("a scaling action that a lifecycle hook holds", () => {
  it("is waited for, and the waiting line names hook and instance", async () => {
    const world = await simulated();
    const stack = openStack(world);
    expect((await stack.up(world.args({ desireInstanceNumber: 1 }))).failure).toBeUndefined();
    await addHook(world, "INSTANCE_LAUNCHING");
    const ended = await stack.up(world.args({ desireInstanceNumber: 2 }));
    expect(ended.failure).toBeUndefined();
    const newcomer = world.members().at(-1) ?? "";
    expect(
      ended.progress.filter((line) => line.includes("lifecycle hook warm-up holds instance")),
    ).not.toEqual([]);
    expect(ended.progress.join("\n")).toContain(newcomer);
  });

  it("ends an operation that waits for less long, with the hook in the error", async () => {
    const world = await simulated();
    const stack = openStack(world);
    expect((await stack.up(world.args({ desireInstanceNumber: 1 }))).failure).toBeUndefined();
    await addHook(world, "INSTANCE_LAUNCHING");
    const ended = await stack.up(world.args({ desireInstanceNumber: 2, timeouts: { update: "2m" } }));
    expect(ended.failure).toMatch(/updating has waited 2m for 2 instances in service/);
    expect(ended.failure).toMatch(/lifecycle hook warm-up holds instance [0-9a-f-]{36} until /);
  });

  it("holds a destroy, too, which names what is still there", async () => {
    const world = await simulated();
    const stack = openStack(world);
    const program = world.args({ desireInstanceNumber: 1, timeouts: { delete: "1m" } });
    expect((await stack.up(program)).failure).toBeUndefined();
    await addHook(world, "INSTANCE_TERMINATING");
    const [member = ""] = world.members();
    const { failure } = await stack.destroy();
    expect(failure).toContain(`still there: ${member}`);
    expect(failure).toContain(`lifecycle hook warm-up holds instance ${member}`);
    world.outside("answerHooks", { lifecycle_action_result: "CONTINUE" });
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.groups()).toEqual([]);
  });
});
