import { test } from "vitest";
import { followReadme } from "./support/example";

test("the automation-api example tells its progress in its own words, and prints what its README says", async () => {
  await followReadme("automation-api");
});
