/** The documentation, opened from a disk, in a directory that nobody serves. */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSite } from "../../tools/docs/site";
import { launchBrowser } from "./support/chromium";

let browser: Browser;
let page: Page;
let directory: string;
const asked: string[] = [];

/** The compiler reads everything, and every page is opened. */
const TIMEOUT = 600_000;

const address = (file: string): string => pathToFileURL(join(directory, "docs", file)).href;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "site-"));
  expect(await writeSite(resolve(__dirname, "../.."), join(directory, "docs"))).toBe(true);
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address("index.html"));
}, TIMEOUT);
afterAll(async () => {
  await browser.close();
  await rm(directory, { recursive: true });
});

test("the front page leads to everything, in the order of the groups", async () => {
  const groups = page.locator("#tsd-nav-container > li > details > summary");
  await groups.first().waitFor();
  const titles = (await groups.allInnerTexts()).map((title) => title.trim());
  const order = ["Get started", "Guides", "Components", "Recipes", "Reference", "Examples", "Project"];
  expect(titles).toEqual(order.filter((title) => titles.includes(title)));
  expect(titles).toContain("Get started");
});

/** The names of what a search finds, in its order. A page of its own shows no results of the search before. */
const found = async (text: string): Promise<readonly string[]> => {
  const searcher = await browser.newPage();
  await searcher.goto(address("index.html"));
  await searcher.locator("#tsd-search-trigger").click();
  await searcher.locator("#tsd-search-input").fill(text);
  await searcher.locator("#tsd-search-results li a").first().waitFor();
  const names = await searcher.locator("#tsd-search-results li a").allInnerTexts();
  await searcher.close();
  return names;
};

test.each([
  ["drain", "How changes are carried out"],
  ["destroy", "Questions"],
  ["github actions", "Teams: shared states, CI and Kubernetes"],
  ["blue-green", "A blue-green fleet"],
])("who searches for %s finds a guide among the first: %s", async (text, guide) => {
  expect((await found(text)).slice(0, 5)).toContain(guide);
});

test("who searches for a symbol finds it first", async () => {
  expect((await found("lockedChange"))[0]).toContain("lockedChange");
});

test("who searches for a code finds the catalogue first, and lands on it", async () => {
  await page.locator("#tsd-search-trigger").click();
  await page.locator("#tsd-search-input").fill("AS.2030");
  const first = page.locator("#tsd-search-results li a").first();
  await first.waitFor();
  expect(await first.innerText()).toBe("Error catalogue");
  await first.click();
  await page.locator("h3#as2030").waitFor();
});

test(
  "no page is wider than a phone",
  async () => {
    const files = readdirSync(join(directory, "docs"), { recursive: true, encoding: "utf8" });
    const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("media/"));
    // The navigation, which scripts draw, is folded away on a phone, and takes most of the time.
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      javaScriptEnabled: false,
    });
    const phone = await context.newPage();
    const widths: [string, number][] = [];
    for (const file of pages) {
      await phone.goto(address(file));
      widths.push([file, await phone.evaluate(() => document.documentElement.scrollWidth)]);
    }
    await context.close();
    expect(widths.length).toBeGreaterThan(100);
    expect(widths.filter(([, width]) => width !== 390)).toEqual([]);
  },
  TIMEOUT,
);

test.each(["light", "dark"] as const)(
  "links in a text are seen without colours, in %s ones",
  async (scheme) => {
    const reader = await browser.newPage({ colorScheme: scheme });
    for (const file of [
      "index.html",
      "documents/Questions.html",
      "classes/pulumi-otc-autoscaling.AsGroup.html",
    ]) {
      await reader.goto(address(file));
      await reader.evaluate(axe.source);
      const { violations } = await reader.evaluate<AxeResults>(
        "axe.run(document, { runOnly: ['link-in-text-block'] })",
      );
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    }
    await reader.close();
  },
);

test("the pages of the API reference that docstrings and guides name are links to it", async () => {
  const reader = await browser.newPage();
  await reader.goto(address("classes/pulumi-otc-autoscaling.AsGroup.html"));
  expect(
    await reader.getByRole("link", { name: "as_06_0101", exact: true }).first().getAttribute("href"),
  ).toBe("https://docs.otc.t-systems.com/auto-scaling/api-ref/apis/as_groups/creating_an_as_group.html");
  await reader.close();
});

test("nothing is asked of anybody else", () => {
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
});
