/** What a process makes of its settings. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { stubHttp } from "../api/support/stub-http";
import type { HttpOptions } from "../../provider/api/http";
import { unreachable } from "../../provider/core/error";
import { beginProcess, surroundings } from "../../provider/runtime/process";
import { configure, session } from "../../provider/runtime/session";

const PEM = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----";

const signedIn = { OS_TOKEN: "t", OS_PROJECT_ID: "p", OTC_AS_ENDPOINT: "https://as.example" };

/** Begins a process with these variables; what it asks of HTTP. */
const begin = (variables: Readonly<Record<string, string>>): readonly HttpOptions[] => {
  const asked: HttpOptions[] = [];
  const before = surroundings();
  onTestFinished(() => {
    beginProcess(before);
  });
  const { http } = stubHttp(() => unreachable({ operation: "", reason: "", neverSent: true }));
  beginProcess({
    ...before,
    variables,
    http: (options) => {
      asked.push(options);
      return http;
    },
  });
  return asked;
};

const printed = vi.spyOn(process, "emitWarning");
beforeEach(() => {
  printed.mockReset().mockReturnValue();
});
afterEach(() => {
  printed.mockReset();
});

describe("a session", () => {
  it("verifies certificates in the usual way, and warns of nothing", async () => {
    const asked = begin(signedIn);
    expect((await session()())._tag).toBe("Right");
    expect(asked).toEqual([{}]);
    expect(printed).not.toHaveBeenCalled();
  });

  it("trusts the authorities that the stack configuration holds", async () => {
    const asked = begin(signedIn);
    configure({ get: (key) => (key === "otc:caCert" ? PEM : undefined) });
    expect((await session()())._tag).toBe("Right");
    expect(asked).toEqual([{ ca: PEM }]);
  });

  it("is one for all kinds of resources, each of which is configured", async () => {
    const asked = begin(signedIn);
    configure({ get: () => undefined });
    const first = await session()();
    configure({ get: () => undefined });
    expect(await session()()).toBe(first);
    expect(asked).toHaveLength(1);
  });

  it("leaves certificates unverified when asked to, and warns of it once a process", async () => {
    const asked = begin({ ...signedIn, OS_INSECURE: "true" });
    await session()();
    await session()();
    expect(asked).toEqual([{ insecure: true }]);
    expect(printed.mock.calls).toEqual([[expect.stringMatching(/^TLS certificates are not verified/)]]);
  });

  it("tells of mistakes at its first use, not when it is configured", async () => {
    begin({});
    configure({ get: () => undefined });
    expect(await session()()).toMatchObject({ _tag: "Left", left: { _tag: "Misconfigured" } });
  });
});
