import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { SUBNET, VPC } from "../e2e/support/group-args";
import { byHand } from "../support/by-hand";
import { secureServer } from "../api/support/tls";
import { osVariables, run, simulator } from "./support";

const doctor = (variables: Readonly<Record<string, string>>, more: readonly string[] = []) =>
  run(["doctor", ...more], variables);

const seeded = async (options = {}) => {
  const service = await simulator(options);
  const { scaling_configuration_id: configurationId } = service.admin.outside("seedConfiguration") as {
    readonly scaling_configuration_id: string;
  };
  return { ...service, configurationId };
};

/** A group, made by hand. */
const withGroup = async () => {
  const service = await seeded();
  const call = await byHand(service);
  await call("POST", "scaling_group", {
    scaling_group_name: "web",
    vpc_id: VPC,
    networks: [{ id: SUBNET }],
    scaling_configuration_id: service.configurationId,
  });
  service.admin.clearRequests();
  return service;
};

describe("doctor", () => {
  it("says with which statuses it ends, and ends with 2 when it could not be run", async () => {
    const { status, out } = await doctor({}, ["--help"]);
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain(
      "Ends with 0 when there is no problem, with 1 when there is one, and with 2 when it could not be run.",
    );
    expect((await doctor({}, ["--no-such-option"])).status).toBe(2);
    expect((await doctor({}, ["--stack", "dev"])).status).toBe(2);
  });

  it("finds nothing wrong, tells where each setting comes from, and hides secrets", async () => {
    const service = await withGroup();
    const { status, out } = await doctor(osVariables(service));
    expect(out).toContain("Everything that was looked at is fine.");
    expect(status).toBe(0);
    expect(out).toContain(`userName: ${service.credentials.username} – OS_USERNAME in the environment`);
    expect(out).toContain("password: (hidden) – OS_PASSWORD in the environment");
    expect(out).not.toContain(service.credentials.password);
    expect(out).toContain(`project ${service.credentials.projectId} in region ${service.credentials.region}`);
    for (const read of ["list AS configurations", "list lifecycle hooks", "read the tags of a group"])
      expect(out).toContain(`ok       ${read}`);
    expect(out).toContain("AS configurations: 1 of 100");
  });

  it("writes nothing", async () => {
    const service = await withGroup();
    await doctor(osVariables(service));
    const methods = service.admin.requests().filter(({ service: to }) => to === "as");
    expect(methods.every(({ method, path }) => method === "GET" || path.endsWith("/action"))).toBe(true);
    expect(methods.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("names everything that is missing when there are no settings", async () => {
    const { status, out } = await doctor({});
    expect(status).toBe(1);
    expect(out).toContain("PROBLEM  the authentication address is missing: set OS_AUTH_URL");
    expect(out).toContain("PROBLEM  the project is missing");
    expect(out).toContain("not tried, because the settings are not complete");
  });

  it.each([
    ["a wrong password", { OS_PASSWORD: "not-it" }],
    ["an unknown user", { OS_USERNAME: "nobody" }],
  ])("says that %s does not sign in, and where it comes from", async (_, wrong) => {
    const service = await simulator();
    const { status, out } = await doctor({ ...osVariables(service), ...wrong });
    expect(status).toBe(1);
    expect(out).toMatch(/PROBLEM {2}the sign-in: .*user name or password is wrong/);
    expect(out).toMatch(/check what you have given: .*OS_USERNAME \(the environment\), OS_PASSWORD/);
    expect(out).not.toContain("not-it");
    expect(out).toContain("not tried, because there is no sign-in");
  });

  it("says that nothing listens at the address of IAM", async () => {
    const service = await simulator();
    const { status, out } = await doctor({ ...osVariables(service), OS_AUTH_URL: "http://127.0.0.1:9/v3" });
    expect(status).toBe(1);
    expect(out).toContain("127.0.0.1:9 cannot be reached, because nothing listens there (ECONNREFUSED");
    expect(out).toContain("check host and port of the address");
  });

  it("says that the endpoint of Auto Scaling is down although the sign-in works", async () => {
    const service = await simulator();
    const { status, out } = await doctor({ ...osVariables(service), OTC_AS_ENDPOINT: "http://127.0.0.1:9" });
    expect(status).toBe(1);
    expect(out).toContain("ok       project");
    expect(out).toContain("Auto Scaling: 127.0.0.1:9 cannot be reached");
    expect(out).toContain("not tried, because the endpoint does not answer");
    expect(out).toContain("1 problem, 0 warnings.");
  });

  it("says what to do about a certificate that is not trusted", async () => {
    const service = await simulator();
    const { port } = await secureServer();
    const { status, out } = await doctor({
      ...osVariables(service),
      OS_AUTH_URL: `https://localhost:${port}/v3`,
    });
    expect(status).toBe(1);
    expect(out).toContain("its TLS certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(out).toContain("OS_CACERT (a PEM file) or otc:caCert");
  });

  it.each([
    ["403 AS.0011", 403, "AS.0011"],
    ["400 AS.0031", 400, "AS.0031"],
  ])("names each read that is forbidden with %s, and tries the others", async (_, status, code) => {
    const service = await withGroup();
    for (const path of ["**/scaling_configuration", "**/quotas", "**/scaling_policy/*/list"])
      service.admin.fault({ match: { path }, effect: { kind: "status", status, code }, times: 9 });
    const { status: ended, out } = await doctor(osVariables(service));
    expect(ended).toBe(1);
    expect(out).toContain("PROBLEM  list AS configurations: this user may not");
    expect(out).toContain("for the action as:configs:list in this project");
    expect(out).toContain("PROBLEM  list AS policies: this user may not");
    expect(out).toContain("PROBLEM  read quotas: this user may not");
    expect(out).toContain("ok       list instances");
    expect(out).toContain("3 problems, 0 warnings.");
  });

  it("says that reads inside of a group were not tried when no group may be seen", async () => {
    const service = await withGroup();
    service.admin.fault({
      match: { path: "**/scaling_group" },
      effect: { kind: "status", status: 403, code: "AS.0011" },
      times: 9,
    });
    const { out } = await doctor(osVariables(service));
    expect(out).toContain("PROBLEM  list AS groups: this user may not");
    expect(out).toContain("reads inside of a group are not tried");
  });

  it("warns of a quota that is used up, which is no problem for what is there", async () => {
    const service = await seeded({ quotas: { configurations: 1 } });
    const { status, out } = await doctor(osVariables(service));
    expect(status).toBe(0);
    expect(out).toContain("warning  AS configurations: 1 of 1: no further one can be created");
    expect(out).toContain("0 problems, 1 warning.");
  });

  it("warns of certificates that are not verified", async () => {
    const service = await simulator();
    const { out } = await doctor({ ...osVariables(service), OS_INSECURE: "true" });
    expect(out).toContain("warning  TLS certificates are not verified");
  });

  it("says that a service has a fault of its own", async () => {
    const service = await simulator();
    service.admin.fault({ match: { path: "**/quotas" }, effect: { kind: "status", status: 500 }, times: 99 });
    const { out } = await doctor(osVariables(service));
    expect(out).toContain("read quotas: refused with HTTP 500");
    expect(out).toContain("the service has a fault of its own");
  });
});

describe("doctor --stack", () => {
  it("reads the configuration of the stack through the Pulumi CLI", async () => {
    const service = await simulator();
    const { OS_PASSWORD, ...rest } = osVariables(service);
    const asked: (readonly string[])[] = [];
    const { status, out } = await run(
      ["doctor", "--stack", "dev"],
      { ...rest, OS_USERNAME: "" },
      {
        program: (_, args) => {
          asked.push(args);
          const entries = {
            "otc:userName": { value: service.credentials.username, secret: false },
            "otc:password": { value: OS_PASSWORD, secret: true },
          };
          return Promise.resolve(E.right(JSON.stringify(entries)));
        },
      },
    );
    expect(asked).toEqual([["config", "--json", "--show-secrets", "--non-interactive", "--stack", "dev"]]);
    expect(out).toContain("otc:userName in the stack configuration");
    expect(out).not.toContain(OS_PASSWORD);
    expect(status).toBe(0);
  });

  it("ends with 2 and the engine's words when there is no such stack", async () => {
    const { status, err } = await run(
      ["doctor", "--stack", "no"],
      {},
      {
        program: () => Promise.resolve(E.left("error: no stack named 'no' found")),
      },
    );
    expect(status).toBe(2);
    expect(err).toContain(
      "the configuration of stack no cannot be read by `pulumi config`: error: no stack named",
    );
  });
});

describe("the command line", () => {
  it("explains itself", async () => {
    const { status, out } = await run(["--help"], {});
    expect(status).toBe(0);
    expect(out).toContain("doctor");
  });

  it.each([
    ["an unknown command", ["operate"]],
    ["an unknown option", ["doctor", "--quick"]],
  ])("refuses %s with status 2", async (_, args) => {
    const { status, err } = await run(args, {});
    expect(status).toBe(2);
    expect(err).toContain("error: unknown");
  });
});
