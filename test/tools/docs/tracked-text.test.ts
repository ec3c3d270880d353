/** What is published holds nothing of the machine and of the way on which it came to be. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./support/pages";

/** A letter in brackets keeps a pattern from matching its own text here. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  "a path of somebody's machine": /\/(roo[t]|wor[k]|tmp\/brie[f])(\/|\b)/,
  "the host of a registry": /registry\.(npmj[s]|yarnpk[g])|proxy\.golan[g]/,
  "a paper that is not in the repository":
    /shared\/(desig[n]|referenc[e])|\bdesig[n]\.md|DEVELOPER[S]\.md|\bissu[e] \d+/,
  "the way the work is organised":
    /\bcolleagu[e]|\bsub-?agen[t]|\bassistan[t]\b|\bclaud[e]\b|\banthropi[c]\b|\bchatgp[t]\b/i,
};

/** The registry that this machine happens to use, and where this copy of the repository happens to be. */
const ofThisMachine = (): readonly string[] => {
  const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const places = [ROOT, homedir()].filter((place) => place.split("/").length > 2);
  return [new URL(registry).host, ...places];
};

const trackedTexts = (): readonly (readonly [string, string])[] =>
  execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" })
    .split("\0")
    // A file that was deleted a moment ago is still tracked.
    .filter((file) => file !== "" && existsSync(join(ROOT, file)))
    .map((file) => [file, readFileSync(join(ROOT, file), "utf8")] as const)
    .filter(([, text]) => !text.includes("\0"));

const findings = (
  texts: readonly (readonly [string, string])[],
  words: readonly string[],
): readonly string[] =>
  texts.flatMap(([file, text]) => [
    ...Object.entries(FORBIDDEN)
      .filter(([, pattern]) => pattern.test(text))
      .map(([what, pattern]) => `${file}: ${what} (${String(pattern.exec(text)?.[0])})`),
    ...words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
  ]);

test("no tracked file mentions this machine, a registry, or how the work is organised", () => {
  const texts = trackedTexts();
  expect(texts.map(([file]) => file)).toContain("package-lock.json");
  expect(findings(texts, ofThisMachine())).toEqual([]);
});

test("a mention is found, and said where", () => {
  const text = "kept in /srv/build by a colleagu\u0065";
  expect(findings([["notes.txt", text]], ["/srv/build"])).toEqual([
    "notes.txt: the way the work is organised (colleagu\u0065)",
    "notes.txt: /srv/build",
  ]);
});
