import { expect, test } from "vitest";
import { followReadme } from "./support/example";

test("the lifecycle-hook example drains each instance before it leaves, and prints what its README says", async () => {
  await followReadme("lifecycle-hook", {
    variables: { POLL_SECONDS: "0.2" },
    alongside: 1,
    afterwards: ({ admin }) => {
      const callbacks = admin
        .requests()
        .filter(({ method, path }) => method === "PUT" && path.endsWith("/callback"));
      expect(callbacks.map(({ status }) => status)).toEqual([204, 204, 204]);
      expect(admin.snapshot().groups).toEqual([]);
    },
  });
});
