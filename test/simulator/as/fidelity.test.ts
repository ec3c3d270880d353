import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { variantNames } from "../../../simulator/src/as";

const document = readFileSync(join(__dirname, "../../../simulator/FIDELITY.md"), "utf8");

test("FIDELITY.md names every variant and its readings, the default first", () => {
  const section = document.slice(document.indexOf("## Variants"));
  const rows = [...section.matchAll(/^\| `(\w+)`\s*\| ([^|]*)\|/gm)].map(
    ([, name, readings]): [string, string[]] => [
      name!,
      [...readings!.matchAll(/`([^`]+)`/g)].map(([, reading]) => reading!),
    ],
  );
  expect(Object.fromEntries(rows)).toEqual(variantNames);
});

test("FIDELITY.md lists the 44 documented operations", () => {
  const numbers = [...document.matchAll(/^\| (\d+)\s*\|/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 44 }, (_, index) => index + 1));
});
