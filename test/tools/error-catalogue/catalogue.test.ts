import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asCode } from "../../../provider/core/as-code";
import { handled } from "../../../provider/core/as-code/handling";
import { unattachable } from "../../../provider/core/as-group/unattachable";
import { refused } from "../../../provider/core/error";
import { saidAhead } from "./ahead";
import { leftOut } from "./left-out";
import { mistakes } from "./mistakes";
import { errorCatalogue } from "./page";

test.each(Object.entries(mistakes))(
  "a mistake that the service would answer with %s is found by the check, which blames what is wrong",
  (name, { blamed, found }) => {
    expect(asCode(name)).toBeDefined();
    expect(found()).toEqual([blamed]);
  },
);

test.each(Object.entries(saidAhead))("what a preview says of %s names the code", (name, said) => {
  expect(said).toContain(name);
});

test("every code that is handled is one of the service", () => {
  const names = Object.values(handled).flatMap(({ codes }) => codes);
  expect(names.filter((name) => asCode(name) === undefined)).toEqual([]);
});

test("every code that the simulator can answer is in the catalogue, or left out with a reason", () => {
  const sources = join(__dirname, "../../../simulator/src");
  const texts = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(sources, file), "utf8"));
  const codes = new Set(texts.flatMap((text) => text.match(/\bAS\.\d{4}\b/g) ?? []));
  const absent = leftOut.flatMap((each) => each.codes);
  expect(codes.size).toBeGreaterThan(100);
  expect([...codes].filter((name) => asCode(name) === undefined && !absent.includes(name))).toEqual([]);
  expect(absent.filter((name) => asCode(name) !== undefined)).toEqual([]);
});

test("the instances that are not attached again are those with the codes that the catalogue names", () => {
  const refusal = (code: string) =>
    refused({
      operation: "add instances",
      status: 400,
      code: "AS.4029",
      instances: [{ id: "i-1", code }],
    });
  const codes = Array.from({ length: 100 }, (_, index) => `AS.40${String(index).padStart(2, "0")}`);
  expect(codes.filter((code) => unattachable(refusal(code)).length > 0)).toEqual(handled.unattachable.codes);
});

test("the page says so; write it with `npx vitest run -u --project unit test/tools/error-catalogue`", async () => {
  await expect(await errorCatalogue()).toMatchFileSnapshot("../../../docs/guides/error-catalogue.md");
});
