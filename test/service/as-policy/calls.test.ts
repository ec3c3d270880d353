import { describe, expect, it } from "vitest";
import { startProvider, type Wire } from "../../support/provider-process";
import { policyScene } from "./support";

describe("thirty AS policies", () => {
  it.each([
    ["cost one page without changes", false, { scaling_policy: 1 }],
    ["cost a call each where they must not be listed", true, { scaling_policy: 1, "scaling_policy/*": 30 }],
  ] as const)("%s", async (_title, isForbidden, reads) => {
    const { world, daily } = await policyScene();
    const pass: Wire = (_, send) => send();
    const { handlers } = await startProvider(world, pass, "asPolicy");
    const made = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const selfUrn = `urn:pulumi:dev::e2e::pulumi-nodejs:dynamic/otc:AsPolicy::p${index}`;
        const { inputs } = await handlers.check({}, { ...daily(), selfUrn });
        return { inputs, ...(await handlers.create(inputs)) };
      }),
    );
    world.calls();
    if (isForbidden) {
      world.simulator.admin.fault({
        match: { path: "**/scaling_policy" },
        effect: { kind: "status", status: 403, code: "AS.0011" },
        times: 99,
      });
    }
    const next = await startProvider(world, pass, "asPolicy");
    for (const { id, outs, inputs } of made) expect(await next.handlers.diff(id, outs, inputs)).toEqual({});
    expect(world.calls()).toEqual({ signIns: 1, writes: [], bodies: [], reads });
  });
});
