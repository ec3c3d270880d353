/** Every way to sign in but the password in variables, on the real engine. */
import { createServer } from "node:https";
import { readFileSync } from "node:fs";
import { request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Simulator } from "../../simulator/src";
import { groupArgs } from "./support/group-args";
import { openProject, osVariables, type Project } from "./support/project";

const tlsFixture = (name: string): string => resolve(__dirname, "../fixtures/tls", name);
const CERTIFICATE = tlsFixture("certificate.pem");

/** A front of the simulator that speaks TLS with a certificate that nobody trusts. */
const secureFront = async ({ url }: Simulator): Promise<string> => {
  const tls = { cert: readFileSync(CERTIFICATE), key: readFileSync(tlsFixture("key.pem")) };
  const server = createServer(tls, (request, response) => {
    const { method = "GET", headers } = request;
    request.pipe(
      forward(new URL(request.url ?? "", url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
};

const cloudsYaml = ({ credentials }: Simulator, more = ""): string => `
clouds:
  otc:
    region_name: ${credentials.region}
    auth:
      auth_url: ${credentials.authUrl}
      username: ${credentials.username}
      user_domain_name: ${credentials.domainName}
      project_name: ${credentials.projectName}
${more}`;

const secureYaml = ({ credentials }: Simulator): string =>
  `clouds: { otc: { auth: { password: ${credentials.password} } } }`;

describe("other ways to sign in", () => {
  let project: Project;

  beforeAll(async () => {
    project = await openProject();
    await project.declare({ name: "web", args: groupArgs(project.configurationId) });
  });
  afterAll(() => project.close());

  test("an access key carries a group through its life, and no token is ever issued", async () => {
    const { authUrl, accessKey, secretKey, projectName } = project.simulator.credentials;
    const stack = await project.withEnvironment({
      OS_AUTH_URL: authUrl,
      OS_ACCESS_KEY: accessKey,
      OS_SECRET_KEY: secretKey,
      OS_PROJECT_NAME: projectName,
    });
    let told = "";
    for (const command of ["up", "preview", "refresh", "destroy"] as const) {
      const { exitCode, output } = await stack[command]();
      expect(exitCode, output).toBe(0);
      told += output;
    }
    expect(project.calls().signIns).toBe(0);
    expect(project.groups()).toEqual([]);
    expect(told).not.toContain(secretKey);
  });

  test("temporary keys in the stack configuration sign in, and stay secret", async () => {
    const { authUrl, projectId } = project.simulator.credentials;
    // A day of the simulator passes in a few minutes.
    const { accessKey, secretKey, securityToken } = project.simulator.admin.temporaryKey(86_400);
    const stack = await project.withEnvironment({});
    const keys = { "otc:accessKey": accessKey, "otc:authUrl": authUrl, "otc:projectId": projectId };
    const secrets = { "otc:secretKey": secretKey, "otc:securityToken": securityToken };
    await stack.setConfig(keys);
    await stack.setConfig(secrets, { secret: true });
    const { exitCode, output } = await stack.up();
    for (const key of [...Object.keys(keys), ...Object.keys(secrets)]) await stack.run(["config", "rm", key]);
    expect(exitCode, output).toBe(0);
    const recorded = JSON.stringify(await stack.exportState());
    for (const secret of Object.values(secrets)) {
      expect(output.includes(secret)).toBe(false);
      expect(recorded.includes(secret)).toBe(false);
    }
  });

  test("a wrong secret key fails with what to check, and leaves the group alone", async () => {
    const { authUrl, accessKey, projectName } = project.simulator.credentials;
    const stack = await project.withEnvironment({
      OS_AUTH_URL: authUrl,
      OS_ACCESS_KEY: accessKey,
      OS_SECRET_KEY: "not-the-secret-key",
      OS_PROJECT_NAME: projectName,
    });
    const { exitCode, output } = await stack.destroy();
    expect(exitCode).not.toBe(0);
    expect(output).toContain("no sign-in");
    expect(output).toContain("the access key or the secret key is wrong");
    expect(output).not.toContain("not-the-secret-key");
    expect(project.groups()).toHaveLength(1);
  });

  test("clouds.yaml and secure.yaml beside the program sign in when OS_CLOUD names the cloud", async () => {
    await project.write("clouds.yaml", cloudsYaml(project.simulator));
    await project.write("secure.yaml", secureYaml(project.simulator));
    const stack = await project.withEnvironment({ OS_CLOUD: "otc" });
    for (const command of ["preview", "up", "refresh"] as const) {
      const { exitCode, output } = await stack[command]();
      expect(exitCode, output).toBe(0);
      expect(output).not.toContain("warning:");
    }
    const { output } = await (await project.withEnvironment({ OS_CLOUD: "other" })).preview();
    expect(output).toContain('cloud "other" is wanted, but clouds.yaml has only otc');
  });

  test("variables that sign in come before the cloud, and a warning says so at every run", async () => {
    const stack = await project.withEnvironment({ ...osVariables(project.simulator), OS_CLOUD: "otc" });
    for (const command of ["preview", "up"] as const) {
      const { exitCode, output } = await stack[command]();
      expect(exitCode, output).toBe(0);
      expect(output).toMatch(
        /warning: the sign-in of cloud "otc" of \S+clouds\.yaml is not used, because there is one in the environment, which comes first/,
      );
    }
  });

  test("certificates of an authority of one's own are trusted when OS_CACERT names it", async () => {
    const front = await secureFront(project.simulator);
    const variables = {
      ...osVariables(project.simulator),
      OS_AUTH_URL: `${front}/v3`,
      OTC_AS_ENDPOINT: front,
    };
    const refused = await (await project.withEnvironment(variables)).preview();
    expect(refused.exitCode).not.toBe(0);
    expect(refused.output).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
    const trusted = await (await project.withEnvironment({ ...variables, OS_CACERT: CERTIFICATE })).preview();
    expect(trusted.exitCode, trusted.output).toBe(0);
    expect(trusted.output).not.toContain("warning:");
  });

  test("certificates go unverified only when asked for, with a warning at every run", async () => {
    const front = await secureFront(project.simulator);
    const stack = await project.withEnvironment({
      ...osVariables(project.simulator),
      OS_AUTH_URL: `${front}/v3`,
      OTC_AS_ENDPOINT: front,
      OS_INSECURE: "true",
    });
    for (const command of ["preview", "refresh"] as const) {
      const { exitCode, output } = await stack[command]();
      expect(exitCode, output).toBe(0);
      expect(output).toContain("warning: TLS certificates are not verified");
    }
  });
});
