import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/src";
import { asPath, call, signIn } from "../server/client";

let simulator: Simulator;
let token: string;

beforeAll(async () => {
  simulator = await startSimulator();
  token = await signIn(simulator);
});
afterAll(() => simulator.close());

const refusal = (status: number, code: string): object => ({ status, body: { error: { code } } });

describe("a call to the AS service", () => {
  it("is let through with a good token", async () => {
    const answer = await call(simulator, "GET", asPath(simulator, "scaling_group"), {
      headers: { "x-auth-token": token },
    });
    expect(answer.status).toBe(200);
  });

  it.each(["scaling_policy", "scaling_policy/"])("is let through to %s of version 2, too", async (rest) => {
    const answer = await call(simulator, "GET", asPath(simulator, rest, "v2"), {
      headers: { "x-auth-token": token },
    });
    expect(answer).toMatchObject({ status: 200, body: { total_number: 0, scaling_policies: [] } });
  });

  it("is refused in version 2 without a token", async () => {
    const answer = await call(simulator, "GET", asPath(simulator, "scaling_policy", "v2"));
    expect(answer).toMatchObject(refusal(401, "AS.0005"));
  });

  it.each([
    ["there is no token", {}],
    ["the token is empty", { "x-auth-token": "" }],
  ])("is refused with AS.0005 when %s", async (_case, headers) => {
    const answer = await call(simulator, "GET", asPath(simulator, "scaling_group"), { headers });
    expect(answer).toMatchObject(refusal(401, "AS.0005"));
  });

  it("is refused with AS.0006 when the token is unknown", async () => {
    const answer = await call(simulator, "GET", asPath(simulator, "scaling_group"), {
      headers: { "x-auth-token": "unknown" },
    });
    expect(answer).toMatchObject(refusal(401, "AS.0006"));
  });

  it("is refused with AS.0008 when the path names another project than the token", async () => {
    const path = "/autoscaling-api/v1/ffffffffffffffffffffffffffffffff/scaling_group";
    const answer = await call(simulator, "GET", path, { headers: { "x-auth-token": token } });
    expect(answer).toMatchObject(refusal(400, "AS.0008"));
  });

  it("is refused with AS.0033 when the version is unknown", async () => {
    const answer = await call(simulator, "GET", asPath(simulator, "scaling_group", "v9"), {
      headers: { "x-auth-token": token },
    });
    expect(answer).toMatchObject(refusal(404, "AS.0033"));
  });

  it("is refused with AS.0007 when the version knows no such resource", async () => {
    const answer = await call(simulator, "GET", asPath(simulator, "nothing"), {
      headers: { "x-auth-token": token },
    });
    expect(answer).toMatchObject(refusal(404, "AS.0007"));
  });

  it("is refused with AS.0022 when the body is not JSON, after the sender is known", async () => {
    const path = asPath(simulator, "scaling_configuration");
    const body = "{";
    expect(await call(simulator, "POST", path, { body })).toMatchObject(refusal(401, "AS.0005"));
    const answer = await call(simulator, "POST", path, { body, headers: { "x-auth-token": token } });
    expect(answer).toMatchObject(refusal(400, "AS.0022"));
  });
});
