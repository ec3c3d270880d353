/** Where the focus goes when what had it is gone. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
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

/** The element that has the focus, by its label or text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === document.body) return "nothing";
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "nothing";
  });

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().press("Enter");

async function openGroup(desired: number): Promise<{ readonly page: Page; readonly id: string }> {
  const id = await stage.createGroup("web", { desired });
  stage.advance(900);
  const page = await stage.open();
  await press(page, "web");
  await eventually(() => page.locator(".instances tbody tr").count(), desired);
  return { page, id };
}

test("when the last row of an instance goes, the heading has it", async () => {
  const { page, id } = await openGroup(1);
  await page.getByRole("button", { name: /^Kill / }).focus();
  stage.simulator.admin.outside("setCapacity", { scaling_group_id: id, desire_instance_number: 0 });
  stage.advance(900);
  await eventually(() => page.locator(".instances tbody tr").count(), 0);
  expect(await focused(page)).toBe("Instances");
});

test("when one of two rows goes, the button of the other has it", async () => {
  const { page } = await openGroup(2);
  const rows = page.locator(".instances tbody th");
  const [, second = ""] = await rows.allInnerTexts();
  const [, gone] = stage.simulator.admin.snapshot().groups[0]?.instances ?? [];
  await page.getByRole("button", { name: `Protect ${second}` }).focus();
  stage.simulator.admin.outside("detachInstance", {
    instance_id: gone?.server?.id,
  });
  stage.advance(900);
  await eventually(() => rows.allInnerTexts().then((names) => names.includes(second)), false);
  expect(await focused(page)).toMatch(/^Kill web-/);
});

test("when a fault is cleared, the next one has it, and after the last one the heading", async () => {
  for (const path of ["/one", "/two"])
    stage.simulator.admin.fault({ match: { path }, effect: { kind: "reset" } });
  const page = await stage.open();
  await press(page, "Clear fault-1");
  await eventually(() => page.locator("#faults li").count(), 1);
  expect(await focused(page)).toBe("Clear fault-2");
  await press(page, "Clear fault-2");
  await eventually(() => page.locator("#faults li").count(), 0);
  expect(await focused(page)).toBe("Faults");
});

test("when the group is deleted at once, its name has it, and when that is closed, the heading of the groups", async () => {
  const { page } = await openGroup(1);
  page.on("dialog", (dialog) => void dialog.accept());
  await press(page, "Delete at once");
  await eventually(() => page.getByText("This group is gone.").isVisible(), true);
  await eventually(() => focused(page), "web");
  await press(page, "Close");
  expect(await focused(page)).toBe("AS groups");
});
