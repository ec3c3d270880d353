/** The documentation, opened from a disk, in a directory that nobody serves. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSite } from "../../tools/docs/site";
import { launchBrowser } from "./support/chromium";

let browser: Browser;
let page: Page;
let directory: string;
const asked: string[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "site-"));
  expect(await writeSite(resolve(__dirname, "../.."), join(directory, "docs"))).toBe(true);
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(directory, "docs/index.html")).href);
});
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

test("who searches for a code finds the catalogue first, and lands on it", async () => {
  await page.locator("#tsd-search-trigger").click();
  await page.locator("#tsd-search-input").fill("AS.2030");
  const first = page.locator("#tsd-search-results li a").first();
  await first.waitFor();
  expect(await first.innerText()).toBe("Error catalogue");
  await first.click();
  await page.locator("h3#as2030").waitFor();
});

test("nothing is asked of anybody else", () => {
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
});
