import { test } from "vitest";
import { followReadme } from "./support/example";

test("the multi-stack example hands a configuration from one stack to another, and prints what its README says", async () => {
  await followReadme("multi-stack");
});
