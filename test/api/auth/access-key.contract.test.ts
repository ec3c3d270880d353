/** What is signed here is verified by the simulator, which computes the signature of what arrives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createAsGroup,
  deleteAsGroup,
  getAsGroup,
  listAsGroups,
  modifyAsGroup,
} from "../../../provider/api/as-group";
import { putAsGroupTags } from "../../../provider/api/as-tag";
import { withSignature } from "../../../provider/api/auth/authorize";
import { createClient } from "../../../provider/api/client";
import { createHttp, type Http } from "../../../provider/api/http";
import { secret } from "../../../provider/core/secret";
import type { AccessKey, Settings } from "../../../provider/core/settings";
import { errorOf, valueOf } from "../support/either";
import { type Simulated, simulated, SUBNET, VPC } from "../support/simulated";

const SEED = 20261124;
const MINUTE = 60_000;
const http = createHttp({ retryDelayMs: 1 });

const REFUSED =
  "the access key or the secret key is wrong or no longer valid (temporary keys need their security token, and end with it), or the clock of this machine is more than 15 minutes off";

const permanent = ({ simulator }: Simulated): AccessKey => ({
  accessKey: simulator.credentials.accessKey,
  secretKey: secret(simulator.credentials.secretKey),
});

const temporary = ({ simulator }: Simulated): Required<AccessKey> => {
  const { accessKey, secretKey, securityToken } = simulator.admin.temporaryKey();
  return { accessKey, secretKey: secret(secretKey), securityToken: secret(securityToken) };
};

const settingsWith = (
  { simulator }: Simulated,
  key: AccessKey,
  changes: Partial<Settings> = {},
): Settings => ({
  authUrl: simulator.credentials.authUrl,
  signIn: { method: "accessKey", ...key },
  project: { name: simulator.credentials.projectName },
  ...changes,
});

const clientWith = (settings: Settings, over: Http = http, now: () => number = Date.now) =>
  createClient(settings, over, now);

const pathsOf = ({ simulator }: Simulated): readonly string[] =>
  simulator.admin.requests().map(({ method, path }) => `${method} ${path}`);

describe("sign-in with an access key", () => {
  it("asks for the project by its name and for the catalog, and finds region and endpoint", async () => {
    const world = await simulated();
    const { projectId } = world.simulator.credentials;
    const client = clientWith(settingsWith(world, permanent(world)));
    expect(await valueOf(client.session)).toMatchObject({
      projectId,
      region: "eu-de",
      endpoint: `${world.simulator.url}/autoscaling-api`,
      shows: "signature",
    });
    expect(await valueOf(listAsGroups(client)())).toEqual({ groups: [], total: 0 });
    expect(pathsOf(world)).toEqual([
      "GET /v3/projects",
      "GET /v3/auth/catalog",
      `GET /autoscaling-api/v1/${projectId}/scaling_group`,
    ]);
  });

  it("asks only for the catalog when the project's id is known", async () => {
    const world = await simulated();
    const { projectId } = world.simulator.credentials;
    const client = clientWith(settingsWith(world, permanent(world), { project: { id: projectId } }));
    expect((await valueOf(client.session)).projectId).toBe(projectId);
    expect(pathsOf(world)).toEqual(["GET /v3/auth/catalog"]);
  });

  it("asks for nothing when the endpoint is known as well", async () => {
    const world = await simulated();
    const { projectId, endpoint } = world.simulator.credentials;
    const { authUrl: _, ...settings } = settingsWith(world, permanent(world), {
      project: { id: projectId },
      endpoint,
    });
    expect(await valueOf(listAsGroups(clientWith(settings))())).toEqual({ groups: [], total: 0 });
    expect(pathsOf(world)).toEqual([`GET /autoscaling-api/v1/${projectId}/scaling_group`]);
  });

  it("with temporary keys shows their security token", async () => {
    const world = await simulated();
    const client = clientWith(settingsWith(world, temporary(world)));
    expect(await valueOf(listAsGroups(client)())).toEqual({ groups: [], total: 0 });
  });

  it("for a project that does not exist says so", async () => {
    const world = await simulated();
    const settings = settingsWith(world, permanent(world), { project: { name: "eu-de_nothing" } });
    expect(await errorOf(clientWith(settings).session)).toEqual({
      _tag: "SignInFailed",
      reason: "there is no project eu-de_nothing, or this access key has no access to it",
    });
  });
});

describe("a sign-in that is refused", () => {
  const wrong: readonly (readonly [string, (world: Simulated) => AccessKey])[] = [
    ["the secret key is wrong", (world) => ({ ...permanent(world), secretKey: secret("wrong") })],
    ["the access key is unknown", (world) => ({ ...permanent(world), accessKey: "ABCDEFGHIJKLMNOPQRST" })],
    [
      "the security token is missing",
      (world) => {
        const { accessKey, secretKey } = temporary(world);
        return { accessKey, secretKey };
      },
    ],
    [
      "the security token is that of other keys",
      (world) => ({ ...temporary(world), securityToken: temporary(world).securityToken }),
    ],
    [
      "a permanent key has a security token",
      (world) => ({ ...permanent(world), securityToken: secret("t") }),
    ],
  ];

  it.each(wrong)("because %s is tried once and says what to check", async (_, keyOf) => {
    const world = await simulated();
    const client = clientWith(settingsWith(world, keyOf(world)));
    const failed = { _tag: "SignInFailed", reason: `${REFUSED} (${new URL(world.simulator.url).host})` };
    expect(await errorOf(listAsGroups(client)())).toEqual(failed);
    expect(await errorOf(listAsGroups(client)())).toEqual(failed);
    expect(pathsOf(world)).toEqual(["GET /v3/projects"]);
  });

  it.each([-16, 16])("because the clock is %i minutes off says so", async (minutes) => {
    const world = await simulated();
    const now = (): number => Date.now() + minutes * MINUTE;
    expect(await errorOf(clientWith(settingsWith(world, permanent(world)), http, now).session)).toMatchObject(
      {
        _tag: "SignInFailed",
        reason: expect.stringContaining("the clock of this machine") as string,
      },
    );
  });

  it("by Auto Scaling itself names its host, and nothing is renewed", async () => {
    const world = await simulated();
    const { projectId, endpoint } = world.simulator.credentials;
    const key = { ...permanent(world), secretKey: secret("wrong") };
    const client = clientWith(settingsWith(world, key, { project: { id: projectId }, endpoint }));
    expect(await errorOf(listAsGroups(client)())).toEqual({
      _tag: "SignInFailed",
      reason: `the service at ${new URL(endpoint).host} refuses the signature: ${REFUSED}`,
    });
    expect(pathsOf(world)).toHaveLength(1);
  });

  it("does not happen when the tokens end, of which there are none", async () => {
    const world = await simulated();
    const client = clientWith(settingsWith(world, permanent(world)));
    await valueOf(client.session);
    world.simulator.admin.expireTokens();
    expect(await valueOf(listAsGroups(client)())).toEqual({ groups: [], total: 0 });
  });
});

describe("a signed request", () => {
  it("of every method is accepted: create, tag, read, modify, delete", async () => {
    const world = await simulated();
    const client = clientWith(settingsWith(world, permanent(world)));
    const id = await valueOf(
      createAsGroup(client)({
        scalingGroupName: "web",
        scalingConfigurationId: world.configurationId,
        vpcId: VPC,
        networks: [{ id: SUBNET, ipv6Enable: false }],
        description: "Größe 小 😀 !'()*",
      }),
    );
    await valueOf(putAsGroupTags(client)(id, { "a-b": "c_d" }));
    await valueOf(modifyAsGroup(client)(id, { coolDownTime: 0 }));
    expect(await valueOf(getAsGroup(client)(id))).toMatchObject({
      description: "Größe 小 😀 !'()*",
      coolDownTime: 0,
    });
    await valueOf(deleteAsGroup(client)(id, { force: false }));
    expect(world.simulator.admin.snapshot().groups).toEqual([]);
  });

  const changes: readonly (readonly [
    string,
    (request: Parameters<Http>[0]) => Partial<Parameters<Http>[0]>,
  ])[] = [
    ["body", ({ body }) => ({ body: { ...(body as object), desire_instance_number: 300 } })],
    ["query", () => ({ query: { force_delete: "yes" } })],
    ["path", ({ url }) => ({ url: `${url}/x` })],
    ["method", () => ({ method: "PUT" })],
  ];

  it.each(changes)("whose %s is changed on the way is refused, and nothing is created", async (_, change) => {
    const world = await simulated();
    const meddled: Http = (request) =>
      http(request.method === "POST" ? { ...request, ...change(request) } : request);
    const client = clientWith(settingsWith(world, permanent(world)), meddled);
    const create = createAsGroup(client)({
      scalingGroupName: "web",
      scalingConfigurationId: world.configurationId,
      vpcId: VPC,
      networks: [{ id: SUBNET, ipv6Enable: false }],
    });
    expect(await errorOf(create)).toMatchObject({ _tag: "SignInFailed" });
    expect(world.simulator.admin.snapshot().groups).toEqual([]);
  });

  it("with any path, query and body is accepted as it arrives", async () => {
    const world = await simulated();
    const { projectId, endpoint } = world.simulator.credentials;
    const authorize = withSignature(permanent(world), { projectId }, Date.now);
    const word = fc.string({ unit: "binary", minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("GET", "PUT", "DELETE"),
        word,
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,6}$/), fc.oneof(word, fc.integer())),
        fc.option(fc.dictionary(word, fc.jsonValue()), { nil: undefined }),
        async (method, name, query, body) => {
          const request = {
            method,
            url: `${endpoint}/v1/${projectId}/nothing/${encodeURIComponent(name)}`,
            query,
            body,
            idempotent: true,
            operation: "ask for nothing",
          } as const;
          // What does not exist is only told to who is known.
          expect((await valueOf(http(authorize(request)))).status).toBe(404);
        },
      ),
      { seed: SEED, numRuns: 100 },
    );
  });
});
