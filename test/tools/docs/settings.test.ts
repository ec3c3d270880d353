/** The tables of settings say what the code says. */
import { expect, test } from "vitest";
import { places, type Place } from "../../../provider/core/settings/source";
import { readPage, tableBelow } from "./support/pages";

const all: readonly Place[] = Object.values(places);

const wordsIn = (cell: string | undefined): readonly string[] =>
  (cell ?? "").split(/, or |, | \(/).filter((word) => /^(OS_|OTC_|otc:)/.test(word));

test("the guide lists every setting once, with every way to give it", () => {
  const rows = tableBelow(readPage("docs/guides/sign-in.md"), "All settings").map(([, ...cells]) => cells);
  const list = (words: readonly string[]): string => (words.length === 0 ? "–" : words.join(", "));
  const bySetting = ([, one]: readonly string[], [, other]: readonly string[]): number =>
    String(one).localeCompare(String(other));
  expect(rows.sort(bySetting)).toEqual(
    all
      .map(({ variables, key, isSecret, entries }) => [
        list(variables),
        isSecret === true ? `${key} (secret)` : key,
        list(entries),
      ])
      .sort(bySetting),
  );
});

test("the README names only settings that exist, and says which are secret", () => {
  const rows = tableBelow(readPage("README.md"), "Sign in");
  const keys = new Map(all.map(({ key, isSecret }) => [key, isSecret === true]));
  const variables = new Set(all.flatMap((place) => place.variables));
  const named = rows.flatMap(([, environment]) => wordsIn(environment));
  const configured = rows.flatMap(([, , configuration]) => wordsIn(configuration));
  expect(named.filter((variable) => !variables.has(variable))).toEqual([]);
  expect(configured.filter((key) => !keys.has(key))).toEqual([]);
  expect(named.length).toBeGreaterThan(8);
  expect(configured.length).toBeGreaterThan(8);
  for (const [, , configuration = ""] of rows)
    expect(configuration.includes("secret)")).toBe(wordsIn(configuration).some((key) => keys.get(key)));
});
