import { expect, test } from "vitest";
import { closingTable } from "../../../tools/demo/table";

test("the closing table has a line for each act and their sum, and says which act was not as told", () => {
  const results = [
    { title: "it comes up", asTold: true, traffic: { calls: 98, writes: 3 }, seconds: 11.26 },
    { title: "it goes", asTold: false, traffic: { calls: 4, writes: 1 }, seconds: 2 },
  ];
  expect(closingTable(results).split("\n")).toEqual([
    "act             result       API calls  of these writes  seconds",
    "──────────────  ───────────  ─────────  ───────────────  ───────",
    "1. it comes up  as told             98                3     11.3",
    "2. it goes      NOT as told          4                1      2.0",
    "──────────────  ───────────  ─────────  ───────────────  ───────",
    "all             NOT as told        102                4     13.3",
  ]);
});

test("the sum is as told when every act was", () => {
  const result = { title: "it comes up", asTold: true, traffic: { calls: 1, writes: 0 }, seconds: 1 };
  expect(closingTable([result, result]).split("\n").at(-1)).toMatch(/^all +as told +2 +0 +2\.0$/);
});
