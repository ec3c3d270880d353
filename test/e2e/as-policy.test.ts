import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const ALARM = "al1700000000001abcDEF12Z";
const OTHER_ALARM = "al1700000000002abcDEF12Z";
const END = "2099-12-31T00:00Z";

/** One stack from its first `up` to its `destroy`: each test goes on where the one before has ended. */
describe("AS policies of a group and of a bandwidth", () => {
  let project: Project;
  let bandwidth: string;

  const policies = () => project.simulator.admin.snapshot().policies;
  const named = (name: string) => {
    const found = policies().find(({ document }) =>
      String(document["scaling_policy_name"]).startsWith(`${name}-`),
    );
    if (found === undefined) throw new Error(`there is no AS policy ${name}`);
    return found;
  };
  /** Calls the service as somebody who is not Pulumi. */
  const call = async (method: string, path: string, body?: object): Promise<void> => {
    const { url, credentials } = project.simulator;
    const signedIn = await fetch(`${credentials.authUrl}/auth/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ["password"],
            password: {
              user: {
                name: credentials.username,
                password: credentials.password,
                domain: { name: credentials.domainName },
              },
            },
          },
          scope: { project: { name: credentials.projectName } },
        },
      }),
    });
    const { token } = (await signedIn.json()) as { token: { project: { id: string } } };
    const answer = await fetch(`${url}/autoscaling-api/${path.replace("*", token.project.id)}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-auth-token": signedIn.headers.get("x-subject-token") ?? "",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}`);
  };

  const night = (more: Args = {}): Args => ({
    scalingResourceId: { $output: ["web", "id"] },
    scalingPolicyType: "RECURRENCE",
    scheduledPolicy: { launchTime: "20:00", recurrenceType: "Weekly", recurrenceValue: "1,7", endTime: END },
    scalingPolicyAction: { operation: "REMOVE", size: 1 },
    ...more,
  });
  const uplink = (more: Args = {}): Args => ({
    scalingResourceId: bandwidth,
    scalingResourceType: "BANDWIDTH",
    scalingPolicyType: "ALARM",
    alarmId: ALARM,
    scalingPolicyAction: { size: 10, limits: 100 },
    ...more,
  });
  const declare = (nightArgs: Args, uplinkArgs: Args, groupMore: Args = {}) =>
    project.declare(
      { name: "web", args: groupArgs(project.configurationId, { desireInstanceNumber: 0, ...groupMore }) },
      { kind: "AsPolicy", name: "night", args: nightArgs },
      { kind: "AsPolicy", name: "uplink", args: uplinkArgs },
    );

  beforeAll(async () => {
    project = await openProject();
    const created = project.simulator.admin.outside("createBandwidth", { size: 20 });
    bandwidth = (created as { bandwidth_id: string }).bandwidth_id;
  });
  afterAll(() => project.close());

  test("are created, and a preview without changes reads them with one call", async () => {
    await declare(night(), uplink({ enabled: false }));
    await project.succeed("up");
    expect(named("night").document).toMatchObject({
      policy_status: "INSERVICE",
      scaling_resource_id: project.group().id,
    });
    expect(named("uplink").document["policy_status"]).toBe("PAUSED");
    project.calls();
    expect((await project.succeed("preview")).output).toContain("4 unchanged");
    expect(project.calls()).toMatchObject({ writes: [], reads: { scaling_group: 1, scaling_policy: 1 } });
  });

  test("remember, like their group, what an update that failed has set, and take it back with the program", async () => {
    await declare(night(), uplink({ coolDownTime: 7 }), { coolDownTime: 60, tags: { env: "prod" } });
    for (const match of [
      { method: "PUT", path: "**/scaling_group/*" },
      { method: "POST", path: "**/scaling_policy/*/action" },
    ])
      project.simulator.admin.fault({ match, effect: { kind: "status", status: 400, code: "AS.2006" } });
    await project.fail("up");
    expect(project.group()).toMatchObject({ tags: { env: "prod" }, document: { cool_down_time: 300 } });
    expect(named("uplink").document).toMatchObject({ policy_status: "PAUSED", cool_down_time: 7 });
    project.simulator.admin.clearFaults();
    await declare(night(), uplink({ enabled: false }));
    const { output } = await project.succeed("up");
    expect(output).not.toContain("outside of Pulumi");
    expect(project.group().tags).toEqual({});
    expect(named("uplink").document).toMatchObject({ policy_status: "PAUSED", cool_down_time: 300 });
  });

  test("are changed in place in every field at once, the trigger included", async () => {
    const ids = policies().map(({ id }) => id);
    await declare(
      night({
        scalingPolicyType: "SCHEDULED",
        scheduledPolicy: { launchTime: "2099-01-01T00:00Z" },
        scalingPolicyAction: { operation: "SET", percentage: 0 },
        coolDownTime: 0,
        description: "quiet",
        enabled: false,
      }),
      uplink({ alarmId: OTHER_ALARM, scalingPolicyAction: { operation: "REDUCE", size: 5 } }),
    );
    project.calls();
    await project.succeed("up");
    expect([...project.calls().writes].sort()).toEqual([
      "POST scaling_policy/*/action",
      "POST scaling_policy/*/action",
      "PUT scaling_policy/*",
      "PUT scaling_policy/*",
    ]);
    expect(policies().map(({ id }) => id)).toEqual(ids);
    expect(named("night").document).toMatchObject({
      policy_status: "PAUSED",
      scaling_policy_type: "SCHEDULED",
      scaling_policy_action: { operation: "SET", percentage: 0 },
      description: "quiet",
    });
    expect(named("uplink").document).toMatchObject({ policy_status: "INSERVICE", alarm_id: OTHER_ALARM });
    expect((await project.succeed("preview")).output).toContain("4 unchanged");
  });

  test("are taken back to the program when somebody changed them, and refresh shows it", async () => {
    await declare(night(), uplink());
    await project.succeed("up");
    await call("PUT", `v2/*/scaling_policy/${named("night").id}`, {
      cool_down_time: 9,
      description: "theirs",
    });
    await call("POST", `v1/*/scaling_policy/${named("night").id}/action`, { action: "pause" });
    await call("PUT", `v2/*/scaling_policy/${named("uplink").id}`, { alarm_id: OTHER_ALARM });
    const { output } = await project.succeed("preview");
    expect(output).toContain("changed outside of Pulumi, up takes it back: enabled: false → true");
    expect(output).toContain(
      `changed outside of Pulumi, up takes it back: alarmId: ${OTHER_ALARM} → ${ALARM}`,
    );
    await project.succeed("up");
    expect(named("night").document).toMatchObject({ policy_status: "INSERVICE", cool_down_time: 9 });
    expect(named("uplink").document["alarm_id"]).toBe(ALARM);
    expect((await project.succeed("refresh")).output).not.toContain("updated");
    expect((await project.succeed("preview")).output).toContain("4 unchanged");
  });

  test("are made anew when gone, and one that exists is adopted", async () => {
    await call("DELETE", `v1/*/scaling_policy/${named("night").id}`);
    await call("POST", "v2/*/scaling_policy", {
      scaling_policy_name: "theirs",
      scaling_resource_id: project.group().id,
      scaling_resource_type: "SCALING_GROUP",
      scaling_policy_type: "ALARM",
      alarm_id: OTHER_ALARM,
    });
    const theirs = policies().find(({ document }) => document["scaling_policy_name"] === "theirs");
    const adoptId = String(theirs?.id);
    await project.declare(
      { name: "web", args: groupArgs(project.configurationId, { desireInstanceNumber: 0 }) },
      { kind: "AsPolicy", name: "night", args: night() },
      { kind: "AsPolicy", name: "uplink", args: uplink() },
      {
        kind: "AsPolicy",
        name: "theirs",
        args: {
          adoptId,
          scalingResourceId: project.group().id,
          scalingPolicyType: "ALARM",
          alarmId: OTHER_ALARM,
          coolDownTime: 600,
        },
      },
    );
    const { output } = await project.succeed("preview");
    expect(output).toContain("the AS policy is gone: it was deleted outside of Pulumi; up creates it anew");
    expect(output).toContain(`adopts AS policy ${adoptId}: coolDownTime 300 → 600; nothing else differs`);
    await project.succeed("up");
    expect(
      policies()
        .map(({ document }) => document["cool_down_time"])
        .sort(),
    ).toEqual([300, 300, 600]);
    expect((await project.succeed("preview")).output).toContain("5 unchanged");
  });

  test("are deleted, and nothing is left", async () => {
    await project.succeed("destroy");
    expect(policies()).toEqual([]);
    expect(project.groups()).toEqual([]);
  });
});
