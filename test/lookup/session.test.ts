/** Where look-ups sign in, how often, and what they never tell. */
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { getAsGroups } from "../../provider/lookup/as-group";
import { getAsQuotas } from "../../provider/lookup/as-quota";
import { simulated } from "../api/support/simulated";
import { begin, configurationOf, programFor } from "./support/program";

const osVariables = (
  { credentials }: Parameters<typeof configurationOf>[0],
  password = credentials.password,
): Record<string, string> => ({
  OS_AUTH_URL: credentials.authUrl,
  OS_USERNAME: credentials.username,
  OS_PASSWORD: password,
  OS_USER_DOMAIN_NAME: credentials.domainName,
  OS_PROJECT_NAME: credentials.projectName,
});

describe("look-ups of a program", () => {
  it("share one sign-in, however many are asked at once", async () => {
    const { simulator } = await simulated();
    const program = programFor(simulator);
    await Promise.all([getAsGroups(), getAsQuotas(), getAsGroups({ scalingGroupName: "web" })]);
    await getAsQuotas();
    expect(program.calls()).toEqual({ signIns: 1, reads: { scaling_group: 2, quotas: 2 } });
  });

  it("sign in once for each configuration, for one process may run several stacks", async () => {
    const { simulator } = await simulated();
    const other = await simulated();
    const program = programFor(simulator);
    await getAsQuotas();
    pulumi.runtime.setAllConfig(configurationOf(other.simulator));
    other.simulator.admin.clearRequests();
    await getAsQuotas();
    pulumi.runtime.setAllConfig(configurationOf(simulator));
    await getAsQuotas();
    expect(program.calls()).toEqual({ signIns: 1, reads: { quotas: 2 } });
    expect(other.simulator.admin.counters().as.total).toBe(1);
  });

  it("sign in without any engine, from variables alone", async () => {
    const { simulator } = await simulated();
    begin({}, osVariables(simulator));
    expect(await getAsGroups()).toEqual([]);
  });

  it("prefer variables to the stack's configuration, as resources do", async () => {
    const { simulator } = await simulated();
    begin(configurationOf(simulator), osVariables(simulator, "wrong-from-variables"));
    const failure = (await getAsGroups().catch(String)) as string;
    expect(failure).toContain("getAsGroups: looking up AS groups failed: no sign-in");
    expect(failure).not.toContain("wrong-from-variables");
  });

  it("read secrets of the configuration without a warning, and never show them", async () => {
    const { simulator } = await simulated();
    const warned = vi.spyOn(console, "warn");
    const erred = vi.spyOn(console, "error");
    const configuration = { ...configurationOf(simulator), "otc:password": "wrong-but-secret" };
    begin(configuration);
    pulumi.runtime.setAllConfig(configuration, ["otc:password"]);
    const failure = (await getAsGroups().catch(String)) as string;
    expect(failure).toContain("no sign-in");
    expect(failure).not.toContain("wrong-but-secret");
    expect([...warned.mock.calls, ...erred.mock.calls]).toEqual([]);
  });

  it("say what is missing, and look again when it is there", async () => {
    const { simulator } = await simulated();
    begin({});
    const failure = (await getAsQuotas().catch(String)) as string;
    expect(failure).toMatch(
      /getAsQuotas: looking up quotas failed: the settings are not complete or not valid\n/,
    );
    pulumi.runtime.setAllConfig(configurationOf(simulator));
    expect(await getAsQuotas()).not.toEqual([]);
  });

  it("reject with an error that pulumi shows without the stack of the program", async () => {
    begin({});
    const thrown: unknown = await getAsQuotas().catch((error: unknown) => error);
    expect(pulumi.RunError.isInstance(thrown)).toBe(true);
    expect((thrown as Error).stack).toBe((thrown as Error).message);
  });
});
