import { describe, expect, it } from "vitest";
import { OptionError, startSimulator } from "../../../simulator/src";
import { call } from "./client";

describe("starting a simulator", () => {
  it("takes a free port, so that several can run side by side", async () => {
    const [one, other] = await Promise.all([startSimulator(), startSimulator()]);
    try {
      expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(one.url).not.toBe(other.url);
      expect(one.credentials.password).not.toBe(other.credentials.password);
      expect(one.credentials.secretKey).not.toBe(other.credentials.secretKey);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });

  it("hands out the credentials that it was given", async () => {
    const given = {
      region: "eu-nl",
      projectId: "p",
      projectName: "eu-nl_p",
      domainName: "d",
      username: "u",
      password: "w",
      accessKey: "a",
      secretKey: "s",
    };
    const simulator = await startSimulator(given);
    try {
      expect(simulator.credentials).toEqual({
        authUrl: `${simulator.url}/v3`,
        endpoint: simulator.url,
        ...given,
      });
    } finally {
      await simulator.close();
    }
  });

  it.each(["0.0.0.0", "::", "192.168.0.1", "example.com", ""])("is refused on %o", async (host) => {
    await expect(startSimulator({ host })).rejects.toThrow(OptionError);
    await expect(startSimulator({ host })).rejects.toThrow(/loopback addresses only/);
  });

  it("is possible on localhost and on another address of the loopback network", async () => {
    for (const [host, address] of [
      ["localhost", "127.0.0.1"],
      ["127.0.0.2", "127.0.0.2"],
    ] as const) {
      const simulator = await startSimulator({ host });
      expect(new URL(simulator.url).hostname).toBe(address);
      await simulator.close();
    }
  });

  it("is undone by closing: nothing listens any more", async () => {
    const simulator = await startSimulator();
    await call(simulator, "GET", "/v3");
    await simulator.close();
    await expect(call(simulator, "GET", "/v3")).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });
});

describe("version documents", () => {
  it("name the versions of both services, without a token", async () => {
    const simulator = await startSimulator();
    try {
      const all = (await call(simulator, "GET", "/")).body as { versions: { id: string; status: string }[] };
      expect(all.versions.map(({ id, status }) => [id, status])).toEqual([
        ["v1", "CURRENT"],
        ["v2", "SUPPORTED"],
        ["v3.6", "stable"],
      ]);
      expect((await call(simulator, "GET", "/v1")).body).toEqual({
        version: {
          id: "v1",
          links: [{ href: `${simulator.url}/autoscaling-api/v1/`, rel: "self" }],
          min_version: "",
          status: "CURRENT",
          updated: "2016-06-30T00:00:00Z",
          version: "",
        },
      });
      expect((await call(simulator, "GET", "/v3/")).body).toMatchObject({
        version: { id: "v3.6", links: [{ href: `${simulator.url}/v3/` }] },
      });
      expect(await call(simulator, "GET", "/v9")).toMatchObject({
        status: 404,
        body: { error: { code: "AS.0033" } },
      });
    } finally {
      await simulator.close();
    }
  });
});
