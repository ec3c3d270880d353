import { test } from "vitest";
import { followReadme } from "./support/example";

test("the nightly-schedule example leaves the number to the schedule, and prints what its README says", async () => {
  await followReadme("nightly-schedule");
});
