/** What is in sight, and how much room it takes. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "./support/chromium";
import { openStage, type Stage } from "./support/stage";
import { eventually } from "./support/wait";

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stage = await openStage(browser);
});
afterEach(() => stage.close());

const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > top && top >= 0 && bottom <= window.innerHeight;
  });

describe("what one is told", () => {
  test("is in sight at the end of the page, too", async () => {
    const page = await stage.open({ viewport: { width: 375, height: 600 } });
    await page.getByRole("button", { name: "Make an AS configuration" }).click();
    await eventually(
      () => page.locator("#told").innerText(),
      expect.stringContaining("AS configuration made. ") as string,
    );
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    expect(await isInSight(page, "#told")).toBe(true);
    await stage.simulator.close();
    await eventually(() => isInSight(page, "#connection"), true);
  });

  test("is no longer that the simulator does not answer, when it does again", async () => {
    const page = await stage.open();
    await eventually(() => page.locator("#group-count").innerText(), "0");
    const port = Number(new URL(stage.simulator.url).port);
    await stage.simulator.close();
    await page.getByRole("button", { name: "Make an AS configuration" }).click();
    await eventually(() => page.locator("#told").innerText(), "Not done: the simulator does not answer");
    await eventually(() => page.locator("#connection").isVisible(), true);
    const second = await openStage(browser, port);
    await eventually(() => page.locator("#connection").isVisible(), false);
    expect(await page.locator("#told").innerText()).toBe("");
    await second.close();
  });
});

test("the longest name and the longest tag fit on a phone, and columns of instances keep their words", async () => {
  const name = "n".repeat(64);
  const id = await stage.createGroup(name, { desired: 1 });
  stage.simulator.admin.outside("setTags", {
    scaling_group_id: id,
    tags: { ["k".repeat(36)]: "v".repeat(43) },
  });
  stage.advance(900);
  const page = await stage.open({ viewport: { width: 320, height: 700 } });
  await page.getByRole("button", { name }).click();
  await eventually(() => page.locator(".instances tbody tr").count(), 1);
  await eventually(
    () => page.locator(".tags li").last().innerText(),
    `tags: ${"k".repeat(36)}=${"v".repeat(43)}`,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  // What does not fit makes the table wider, which scrolls.
  const zone = page.locator(".instances tbody td").nth(1);
  expect(await zone.evaluate((cell) => Math.round(cell.getBoundingClientRect().width))).toBeGreaterThan(50);
  const buttons = page.locator(".instances button");
  const heights = await buttons.evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
  expect(new Set(heights).size).toBe(1);
});

test("rows of dots keep apart from those of the next AZ", async () => {
  await stage.createGroup("web", { desired: 40, max: 40 });
  stage.advance(20);
  const page = await stage.open({ viewport: { width: 320, height: 700 } });
  const zones = page.locator(".zone");
  await eventually(() => page.locator(".dot.joining").count(), 40 + 1);
  const edges = await zones.evaluateAll((all) =>
    all.map((zone) => {
      const dots = [...zone.querySelectorAll(".dot")].map((dot) => dot.getBoundingClientRect());
      return {
        top: Math.min(...dots.map(({ top }) => top)),
        bottom: Math.max(...dots.map(({ bottom }) => bottom)),
        row: dots.map(({ top }) => top).find((top) => top > (dots[0]?.bottom ?? 0)) ?? 0,
        first: dots[0]?.bottom ?? 0,
      };
    }),
  );
  const [one, other] = edges;
  const within = (one?.row ?? 0) - (one?.first ?? 0);
  expect((other?.top ?? 0) - (one?.bottom ?? 0)).toBeGreaterThan(within);
});

test("two instances of one name are two rows", async () => {
  const id = await stage.createGroup("web", { desired: 0 });
  const { admin } = stage.simulator;
  for (let made = 0; made < 2; made += 1) {
    const server = admin.outside("createServer", { name: "twin", scaling_group_id: id });
    const { instance_id } = server as { instance_id: string };
    admin.outside("attachInstance", { scaling_group_id: id, instance_id });
  }
  const page = await stage.open();
  await page.getByRole("button", { name: "web", exact: true }).click();
  await eventually(() => page.locator(".instances tbody th").allInnerTexts(), ["twin", "twin"]);
});
