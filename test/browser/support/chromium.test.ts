import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./chromium";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The widths of these texts, each in a line of its own. */
const widths = async (texts: readonly string[], style: string): Promise<readonly number[]> => {
  const page = await browser.newPage();
  await page.setContent(texts.map((text) => `<div><span style="${style}">${text}</span></div>`).join(""));
  return page.locator("span").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
};

test.each(["font-family: sans-serif", "font-family: monospace", "font-weight: bold"])(
  "text with %s is as wide as it is long, so that what is too wide can be seen",
  async (style) => {
    const [none, short, long] = await widths(["", "instances", "instances in service"], style);
    expect(none).toBe(0);
    expect(short).toBeGreaterThan(9);
    expect(long).toBeGreaterThan(1.5 * (short ?? 0));
  },
);
