import { describe, expect, it } from "vitest";
import { osVariables } from "../e2e/support/project";
import { run, scratch, simulator } from "./support";

const WARNING = /^warning: .*certificates/;

describe("without verified certificates", () => {
  it("adopt warns on standard error, and asks the service all the same", async () => {
    const variables = { ...osVariables(await simulator()), OS_INSECURE: "true" };
    const { err } = await run(["adopt", "--all", "--out", scratch()], variables);
    expect(err).toMatch(WARNING);
    expect(err).toContain("there is no AS group in this project");
  });

  it("contents warns on standard error, so that a pipe gets the value alone", async () => {
    const started = await simulator();
    const seeded = started.admin.outside("seedConfiguration") as { scaling_configuration_id: string };
    const variables = { ...osVariables(started), OS_INSECURE: "true" };
    const { err } = await run(["contents", seeded.scaling_configuration_id, "user-data"], variables);
    expect(err).toMatch(WARNING);
  });

  it("no warning is given where they are verified", async () => {
    const variables = osVariables(await simulator());
    const { err } = await run(["adopt", "--all", "--out", scratch()], variables);
    expect(err).not.toMatch(WARNING);
  });
});
