import { describe, expect, it } from "vitest";
import { createAsGroup, getAsGroup, listAsGroups } from "../../provider/api/as-group";
import { createClient } from "../../provider/api/client";
import { createHttp } from "../../provider/api/http";
import { secret } from "../../provider/core/secret";
import type { Settings } from "../../provider/core/settings";
import { errorOf, valueOf } from "./support/either";
import { type Simulated, simulated, SUBNET, VPC } from "./support/simulated";

const http = createHttp({ retryDelayMs: 1 });
const signIns = ({ simulator }: Simulated): number =>
  simulator.admin.requests().filter(({ path }) => path === "/v3/auth/tokens").length;

/** A token of the simulator's user. */
const issueToken = async ({ settings, simulator }: Simulated): Promise<string> => {
  const response = await fetch(`${simulator.credentials.authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: {
            user: {
              name: simulator.credentials.username,
              password: simulator.credentials.password,
              domain: { name: simulator.credentials.domainName },
            },
          },
        },
        scope: {
          project: { name: settings.project.name, domain: { name: simulator.credentials.domainName } },
        },
      },
    }),
  });
  return response.headers.get("x-subject-token") ?? "";
};

describe("sign-in", () => {
  it("with a password finds project, region and endpoint", async () => {
    const world = await simulated();
    expect(await valueOf(world.client.session)).toMatchObject({
      projectId: world.simulator.credentials.projectId,
      region: "eu-de",
      endpoint: `${world.simulator.url}/autoscaling-api`,
    });
    expect(await valueOf(listAsGroups(world.client)())).toEqual({ groups: [], total: 0 });
    expect(signIns(world)).toBe(1);
  });

  it("with a wrong password fails once and says who and where", async () => {
    const world = await simulated();
    const { username, domainName } = world.simulator.credentials;
    const settings: Settings = {
      ...world.settings,
      signIn: {
        method: "password",
        user: { name: username, domain: { name: domainName } },
        password: secret("not the password"),
      },
    };
    const client = createClient(settings, http, Date.now);
    const host = new URL(world.simulator.url).host;
    const failed = {
      _tag: "SignInFailed",
      reason: `user name or password is wrong, or the user has no access to the project (user ${username} of domain ${domainName}, ${host})`,
    };
    expect(await errorOf(listAsGroups(client)())).toEqual(failed);
    expect(await errorOf(listAsGroups(client)())).toEqual(failed);
    expect(signIns(world)).toBe(1);
  });

  it("with a token learns what the token is for", async () => {
    const world = await simulated();
    const settings: Settings = {
      authUrl: world.simulator.credentials.authUrl,
      signIn: { method: "token", token: secret(await issueToken(world)) },
      project: {},
    };
    expect(await valueOf(createClient(settings, http, Date.now).session)).toMatchObject({
      projectId: world.simulator.credentials.projectId,
      region: "eu-de",
      endpoint: `${world.simulator.url}/autoscaling-api`,
    });
  });

  it("with a token, project id and endpoint needs no call", async () => {
    const world = await simulated();
    const { projectId, endpoint } = world.simulator.credentials;
    const token = secret(await issueToken(world));
    world.simulator.admin.clearRequests();
    const settings: Settings = { signIn: { method: "token", token }, project: { id: projectId }, endpoint };
    const client = createClient(settings, http, Date.now);
    expect(await valueOf(listAsGroups(client)())).toEqual({ groups: [], total: 0 });
    expect(signIns(world)).toBe(0);
    world.simulator.admin.expireTokens();
    expect(await errorOf(listAsGroups(client)())).toMatchObject({ _tag: "SignInFailed" });
  });
});

describe("a token that expired", () => {
  it("is renewed once for twenty parallel requests", async () => {
    const world = await simulated();
    await valueOf(world.client.session);
    world.simulator.admin.expireTokens();
    await Promise.all(Array.from({ length: 20 }, () => valueOf(listAsGroups(world.client)())));
    expect(signIns(world)).toBe(2);
  });
});

describe("faults", () => {
  const groups = "/autoscaling-api/v1/*/scaling_group";

  it("of a read are survived", async () => {
    const { client, simulator } = await simulated();
    await valueOf(client.session);
    simulator.admin.fault({ match: { path: groups }, effect: { kind: "status", status: 503 } });
    simulator.admin.fault({ match: { path: groups, nth: 2 }, effect: { kind: "reset" } });
    simulator.admin.fault({ match: { path: groups, nth: 3 }, effect: { kind: "truncated" } });
    simulator.admin.clearRequests();
    expect(await valueOf(listAsGroups(client)())).toEqual({ groups: [], total: 0 });
    expect(simulator.admin.requests()).toHaveLength(4);
  });

  it("of a create are told as what they are, and the create is never repeated", async () => {
    const { client, configurationId, simulator } = await simulated();
    const create = createAsGroup(client)({
      scalingGroupName: "web",
      scalingConfigurationId: configurationId,
      vpcId: VPC,
      networks: [{ id: SUBNET, ipv6Enable: false }],
    });
    simulator.admin.fault({ match: { method: "POST", path: groups }, effect: { kind: "lost" } });
    expect(await errorOf(create)).toMatchObject({ _tag: "Unreachable", neverSent: false });
    expect(simulator.admin.snapshot().groups).toHaveLength(1);
    simulator.admin.fault({
      match: { method: "POST", path: groups },
      effect: { kind: "status", status: 500 },
    });
    expect(await errorOf(create)).toMatchObject({ _tag: "Refused", status: 500, code: "AS.0001" });
    expect(simulator.admin.snapshot().groups).toHaveLength(1);
    simulator.admin.fault({ match: { method: "POST", path: groups }, effect: { kind: "malformed" } });
    expect(await errorOf(create)).toMatchObject({ _tag: "Undecodable" });
    expect(simulator.admin.snapshot().groups).toHaveLength(2);
  });

  it.each([401, 403, 429, 500, 502, 503, 504])(
    "with status %i and a code of a missing group do not mean gone",
    async (status) => {
      const { client, pausedGroup, simulator } = await simulated();
      const id = await pausedGroup();
      simulator.admin.fault({
        match: { method: "GET", path: `${groups}/*` },
        effect: { kind: "status", status, code: "AS.2007" },
        times: 100,
      });
      expect((await errorOf(getAsGroup(client)(id)))._tag).toBe(status === 401 ? "SignInFailed" : "Refused");
    },
  );
});
