/** The page for everybody, and for nobody else. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import axe, { type AxeResults } from "axe-core";
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

/** Everything at once: instances of several kinds, a failed action, a failed call, a fault. */
async function fill(): Promise<void> {
  const { admin } = stage.simulator;
  await stage.createGroup("web", { desired: 3 });
  const growing = await stage.createGroup("growing", { desired: 1 });
  const broken = await stage.createGroup("broken", { desired: 1 });
  admin.outside("failNextAction", { reason: "vcpu-quota", scaling_group_id: broken });
  admin.outside("pauseGroup", { scaling_group_id: await stage.createGroup("paused", { desired: 0 }) });
  stage.advance(900);
  const [first, second] = admin.snapshot().groups[0]?.instances ?? [];
  admin.outside("protectInstance", { instance_id: first?.server?.id });
  admin.outside("killInstance", { instance_id: second?.server?.id });
  admin.outside("setCapacity", { scaling_group_id: growing, desire_instance_number: 4 });
  stage.advance(15);
  admin.fault({
    match: { method: "GET", path: "**/scaling_group" },
    effect: { kind: "status", status: 500 },
  });
  await stage.call("GET", "scaling_group");
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
}

describe("accessibility", () => {
  test.each(["light", "dark"] as const)(
    "axe finds nothing to object to, in %s colours",
    async (colorScheme) => {
      await fill();
      const page = await stage.open({ colorScheme, reducedMotion: "reduce" });
      await eventually(() => page.locator(".card").count(), 4);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "growing", exact: true }).click();
      await eventually(() => page.locator(".instances tbody tr").count(), 4);
      expect(await violations(page)).toEqual([]);
      expect(stage.complaints).toEqual([]);
    },
  );

  test("everything can be done with the keyboard, and focus goes where one looks", async () => {
    await stage.createGroup("web", { desired: 1 });
    stage.advance(900);
    const page = await stage.open();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      });
    await eventually(() => page.locator(".card").count(), 1);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the AS groups");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("AS groups");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("web");
    await page.keyboard.press("Enter");
    await eventually(() => page.evaluate(() => document.activeElement?.id), "detail-name");
    // Name, close, three numbers, set, disable.
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("Tab");
    expect(await focused()).toBe("Disable");
    await page.keyboard.press("Enter");
    await eventually(focused, "Enable");
    await page.getByRole("button", { name: "Close" }).press("Enter");
    expect(await focused()).toBe("web");
  });

  test("what happens by itself is not read out; the result of one's own doing is", async () => {
    const page = await stage.open();
    const live = page.locator("[aria-live], [role=status], [role=alert], [role=log]");
    expect(await live.evaluateAll((all) => all.map(({ id }) => id))).toEqual(["connection", "told"]);
  });

  test("dots move unless motion is unwanted", async () => {
    await stage.createGroup("web", { desired: 1 });
    stage.advance(20);
    for (const [reducedMotion, animation] of [
      ["no-preference", "pulse"],
      ["reduce", "none"],
    ] as const) {
      const page = await stage.open({ reducedMotion });
      const dot = page.locator(".card .dot.joining");
      await eventually(() => dot.evaluate((element) => getComputedStyle(element).animationName), animation);
    }
  });

  test("a narrow window needs no scrolling to the side", async () => {
    await fill();
    const page = await stage.open({ viewport: { width: 320, height: 700 } });
    await page.getByRole("button", { name: "growing", exact: true }).click();
    await eventually(() => page.locator(".instances tbody tr").count(), 4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe("cost", () => {
  test("300 groups are drawn once, and what stays the same is not touched again", async () => {
    stage.simulator.admin.outside("setQuota", { groups: 300 });
    for (let index = 0; index < 300; index += 1) {
      await stage.createGroup(`web-${String(index)}`, { desired: 3 });
    }
    stage.advance(900);
    const page = await stage.open();
    await eventually(() => page.locator(".card").count(), 300);
    await page.evaluate(`
      touched = new Set();
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          const { id, dataset } = element.closest("[data-id], [id]");
          touched.add(dataset.id ?? id);
        }
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    `);
    const { id = "" } = stage.simulator.admin.snapshot().groups[7] ?? {};
    stage.simulator.admin.outside("pauseGroup", { scaling_group_id: id });
    await eventually(() => page.locator(`[data-id="${id}"] .status`).innerText(), "PAUSED");
    expect(await page.evaluate("[...touched]")).toEqual([id]);
  });
});

describe("what the service tells", () => {
  test("is shown as text, whatever it looks like", async () => {
    const evil = "<img src=x onerror=document.title=1>";
    const id = await stage.createGroup("web", { desired: 0 });
    const { admin } = stage.simulator;
    const server = admin.outside("createServer", { name: evil, scaling_group_id: id });
    admin.outside("attachInstance", {
      scaling_group_id: id,
      instance_id: (server as { instance_id: string }).instance_id,
    });
    admin.outside("setTags", { scaling_group_id: id, tags: { [evil]: evil } });
    admin.fault({ match: { path: `/${evil}` }, effect: { kind: "reset" } });
    await stage.call("GET", `scaling_group?marker=${encodeURIComponent(evil)}`);
    const page = await stage.open();
    await page.getByRole("button", { name: "web", exact: true }).click();
    await eventually(() => page.locator(".instances tbody th").innerText(), evil);
    expect(await page.getByText(evil).count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Auto Scaling simulator");
    expect(stage.complaints).toEqual([]);
  });
});

describe("a foreign web page", () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader("content-type", "text/html").end("<title>foreign</title>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  async function openForeign(): Promise<Page> {
    const page = await stage.open();
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    return page;
  }

  test("can neither read the simulator nor change it", async () => {
    await stage.createGroup("web", { desired: 0 });
    const page = await openForeign();
    const attempt = (path: string, init: object): Promise<string> =>
      page.evaluate(
        ([address, options]) =>
          fetch(address, options).then(
            ({ type }) => type,
            () => "blocked",
          ),
        [`${stage.simulator.url}/_simulator/${path}`, init] as const,
      );
    expect(await attempt("snapshot", {})).toBe("blocked");
    expect(await attempt("reset", { method: "POST" })).toBe("blocked");
    await attempt("reset", { method: "POST", mode: "no-cors" });
    await attempt("outside/setQuota", { method: "POST", mode: "no-cors", body: '{"groups":1}' });
    const { groups, quotas } = stage.simulator.admin.snapshot();
    expect([groups.length, quotas.groups]).toEqual([1, 25]);
  });

  test("cannot put the page into a frame", async () => {
    const page = await openForeign();
    await page.evaluate((address) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      const loaded = new Promise((resolve) => {
        frame.addEventListener("load", resolve);
      });
      document.body.append(frame);
      return loaded;
    }, `${stage.simulator.url}/`);
    expect(page.frames()[1]?.url()).toBe("chrome-error://chromewebdata/");
  });
});
