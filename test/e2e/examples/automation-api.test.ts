import { expect, test } from "vitest";
import { followReadme } from "./support/example";

test("the automation-api example tells its progress in its own words, and prints what its README says", async () => {
  await followReadme("automation-api");
});

test("the automation-api example tells once what has failed", async () => {
  const failure = await followReadme("automation-api", {
    before: (step, { admin }) => {
      if (step === 1) admin.outside("failNextAction", { reason: "flavour-sold-out" });
    },
  }).catch(String);
  expect(failure).toContain("npx ts-node index.ts up\nended with exit code 1:");
  expect(failure).toContain("✗ could not create AsGroup web");
  expect(failure).toMatch(/\nit failed; see above\n$/);
  expect(failure).not.toContain("stdout:");
  expect(failure?.match(/✗ web: /g)).toHaveLength(1);
});
