import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs } from "./support/group-args";
import { openProject, osVariables, type Project } from "./support/project";

const DOWN = "http://127.0.0.1:1";

describe("sign-in and endpoint", () => {
  let project: Project;

  /** What is recorded of the group; the engine's own notes on it do not matter. */
  const group = async () => {
    const { resources = [] } = (await project.stack.exportState()).deployment;
    const found = resources.find(({ type }) => type.includes("AsGroup"));
    return found && { id: found.id, inputs: found.inputs, outputs: found.outputs };
  };

  beforeAll(async () => {
    project = await openProject();
    await project.declare({ name: "web", args: groupArgs(project.configurationId) });
  });
  afterAll(() => project.close());

  test("a wrong password fails the first up with what to check, and nothing is created or recorded", async () => {
    const stack = await project.withEnvironment({
      ...osVariables(project.simulator),
      OS_PASSWORD: "not-the-password",
    });
    const run = await stack.up();
    expect(run.exitCode).not.toBe(0);
    expect(run.output).toMatch(/AS group web-[0-9a-f]{7}: creating failed: no sign-in/);
    expect(run.output).toContain("check OS_AUTH_URL, OS_USERNAME, OS_PASSWORD");
    expect(run.output).not.toContain("not-the-password");
    expect(project.groups()).toEqual([]);
    expect(await group()).toBeUndefined();
  });

  test("missing settings are all named, with both ways to give them", async () => {
    const stack = await project.withEnvironment({});
    const { exitCode, output } = await stack.up();
    expect(exitCode).not.toBe(0);
    for (const hint of [
      "set OS_AUTH_URL, or run `pulumi config set otc:authUrl`",
      "set OS_USERNAME, or run `pulumi config set otc:userName`",
      "set OS_PASSWORD, or run `pulumi config set --secret otc:password`",
      "set OS_USER_DOMAIN_NAME or OS_DOMAIN_NAME, or run `pulumi config set otc:domainName`",
      "set OS_PROJECT_NAME or OS_TENANT_NAME, or run `pulumi config set otc:projectName`",
    ])
      expect(output).toContain(hint);
  });

  test("the stack's configuration signs in as well, for up, preview, refresh and destroy", async () => {
    const { authUrl, region, username, password, domainName, projectName } = project.simulator.credentials;
    const stack = await project.withEnvironment({});
    await stack.setConfig({
      "otc:authUrl": authUrl,
      "otc:region": region,
      "otc:userName": username,
      "otc:domainName": domainName,
      "otc:projectName": projectName,
    });
    await stack.setConfig({ "otc:password": password }, { secret: true });
    for (const command of ["up", "preview", "refresh", "destroy", "up"] as const)
      expect(await stack[command]()).toMatchObject({ exitCode: 0 });
    expect(project.group().instances).toHaveLength(1);
  });

  test.each(["preview", "up", "refresh", "destroy"] as const)(
    "a wrong password fails %s and leaves group and state alone",
    async (command) => {
      const stack = await project.withEnvironment({
        ...osVariables(project.simulator),
        OS_PASSWORD: "not-the-password",
      });
      const before = await group();
      const { exitCode, output } = await stack[command]();
      expect(exitCode).not.toBe(0);
      expect(output).toContain("no sign-in");
      expect(output).not.toContain("not-the-password");
      expect(await group()).toEqual(before);
      expect(project.group().instances).toHaveLength(1);
    },
  );

  test.each([
    ["AS endpoint", { OTC_AS_ENDPOINT: DOWN }],
    ["authentication address", { OS_AUTH_URL: `${DOWN}/v3` }],
  ])("an %s that is down fails refresh, and the group stays recorded", async (_, variables) => {
    const stack = await project.withEnvironment({ ...osVariables(project.simulator), ...variables });
    const before = await group();
    const { exitCode, output } = await stack.refresh();
    expect(exitCode).not.toBe(0);
    expect(output).toContain("ECONNREFUSED 127.0.0.1:1");
    expect(output).toContain("the request was never sent, so it has changed nothing");
    expect(output).toContain("check the network, the proxy and the addresses");
    expect(await group()).toEqual(before);
  });

  test("a token that expires during a run is renewed once, unnoticed", async () => {
    project.simulator.admin.speed(5);
    await project.declare({
      name: "web",
      args: groupArgs(project.configurationId, { desireInstanceNumber: 2 }),
    });
    project.calls();
    const running = project.stack.start("up");
    await expect.poll(() => project.group().document["desire_instance_number"], { timeout: 30_000 }).toBe(2);
    project.simulator.admin.expireTokens();
    project.simulator.admin.speed(200);
    expect(await running.done).toMatchObject({ exitCode: 0 });
    expect(project.calls().signIns).toBe(2);
  });

  test("a token and a project sign in without a password", async () => {
    const { projectId, authUrl, region } = project.simulator.credentials;
    const { token } = await signInForToken(project);
    const stack = await project.withEnvironment({
      OS_AUTH_URL: authUrl,
      OS_REGION_NAME: region,
      OS_AUTH_TOKEN: token,
      OS_PROJECT_ID: projectId,
    });
    const { exitCode, output } = await stack.preview();
    expect(output).toContain("2 unchanged");
    expect(exitCode).toBe(0);
  });

  test("another project is refused instead of looking for the group there", async () => {
    const elsewhere = await openProject();
    try {
      const stack = await project.withEnvironment(osVariables(elsewhere.simulator));
      const before = await group();
      const { exitCode, output } = await stack.refresh();
      expect(exitCode).not.toBe(0);
      expect(output).toContain(
        `this group lives in project ${project.simulator.credentials.projectId} (eu-de), but you are signed in to project ${elsewhere.simulator.credentials.projectId} (eu-de)`,
      );
      expect(await group()).toEqual(before);
    } finally {
      await elsewhere.close();
    }
  });
});

async function signInForToken({ simulator }: Project): Promise<{ readonly token: string }> {
  const { authUrl, username, password, domainName, projectId } = simulator.credentials;
  const user = { name: username, password, domain: { name: domainName } };
  const response = await fetch(`${authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: { methods: ["password"], password: { user } },
        scope: { project: { id: projectId } },
      },
    }),
  });
  return { token: response.headers.get("x-subject-token") ?? "" };
}
