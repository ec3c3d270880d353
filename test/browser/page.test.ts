/** What the page shows, and what can be done on it. */
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
afterEach(async () => {
  const { complaints } = stage;
  await stage.close();
  expect(complaints).toEqual([]);
});

const card = (page: Page, name: string): ReturnType<Page["locator"]> =>
  page.locator(".card", { has: page.getByRole("button", { name, exact: true }) });

const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();

/** Kinds of the dots of a group, by zone. */
const dots = (page: Page, name: string): Promise<readonly (readonly string[])[]> =>
  card(page, name)
    .locator(".dots")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll(".dot")].map((dot) => (dot.getAttribute("class") ?? "").replace("dot ", "")),
      ),
    );

describe("the page", () => {
  test("shows an empty simulator, and a group as soon as there is one", async () => {
    const page = await stage.open();
    await eventually(() => page.locator("#no-groups").isVisible(), true);
    await stage.createGroup("web", { desired: 3 });
    await eventually(() => textOf(page, "#group-count"), "1");
    expect(await page.locator("#no-groups").isVisible()).toBe(false);
    await eventually(() => card(page, "web").locator(".status").innerText(), "INSERVICE");
    expect(await textOf(page, "#as-calls")).toBe("2");
  });

  test("follows instances from joining to leaving, by zone, with the capacity lines and the timeline", async () => {
    const id = await stage.createGroup("web", { desired: 3 });
    const page = await stage.open();
    stage.advance(20);
    await eventually(() => dots(page, "web"), [["joining", "joining"], ["joining"]]);
    stage.advance(600);
    await eventually(() => dots(page, "web"), [["serving", "serving"], ["serving"]]);
    expect(await card(page, "web").locator(".numbers").innerText()).toBe(
      "3 in service; min 0, desired 3, max 8",
    );
    const lines = card(page, "web").locator(".gauge span");
    expect(
      await lines.evaluateAll((all) =>
        all.map((line) => (line as HTMLElement).style.getPropertyValue("--at")),
      ),
    ).toEqual(["0.375", "0", "0.375", "1"]);
    expect(await page.locator("#timeline li").allInnerTexts()).toEqual([
      expect.stringMatching(/web DIFF from 0 to 3, 3 added, done in \d/) as string,
    ]);

    stage.simulator.admin.outside("setCapacity", { scaling_group_id: id, desire_instance_number: 1 });
    stage.advance(15);
    await eventually(
      async () => (await dots(page, "web")).flat().filter((dot) => dot === "leaving").length,
      2,
    );
    await eventually(() => page.locator("#timeline li.busy").count(), 1);
  });

  test("finds groups by a filter", async () => {
    for (const name of ["web", "api", "worker"]) await stage.createGroup(name, { desired: 0 });
    const page = await stage.open();
    await page.getByLabel("Filter").fill("w");
    await eventually(() => page.locator(".card .name").allInnerTexts(), ["web", "worker"]);
    expect(await textOf(page, "#group-shown")).toBe("2 of 3");
  });

  test("shows the calls, with their bodies and without what is not asked for", async () => {
    await stage.createGroup("web", { desired: 0 });
    await stage.call("GET", "scaling_group/00000000-0000-0000-0000-000000000000");
    const page = await stage.open();
    await eventually(
      () => page.locator("#requests .outcome").allInnerTexts(),
      ["404 AS.0007", "204", "200", "201"],
    );
    await page.getByLabel("Show").selectOption("writes");
    await eventually(() => page.locator("#requests .outcome").allInnerTexts(), ["204", "200"]);
    await page.getByText("POST v1/scaling_group", { exact: true }).click();
    expect(await page.locator("#requests pre").nth(1).innerText()).toContain('"scaling_group_name": "web"');
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await eventually(() => page.locator("#no-requests").isVisible(), true);
  });

  test("says when the simulator does not answer, and goes on when there is one again", async () => {
    const page = await stage.open();
    await stage.createGroup("web", { desired: 0 });
    await eventually(() => textOf(page, "#group-count"), "1");
    const port = Number(new URL(stage.simulator.url).port);
    await stage.simulator.close();
    await eventually(() => textOf(page, "#connection"), "The simulator does not answer. Trying again.");
    const second = await openStage(browser, port);
    await second.createGroup("next", { desired: 0 });
    await eventually(() => page.locator(".card .name").allInnerTexts(), ["next"]);
    expect(await page.locator("#connection").isVisible()).toBe(false);
    await second.close();
    // The refused connections.
    stage.complaints.length = 0;
  });
});

describe("from the page one can", () => {
  test("do to a group and its instances what others would do", async () => {
    const id = await stage.createGroup("web", { desired: 2 });
    stage.advance(900);
    const page = await stage.open();
    await page.getByRole("button", { name: "web", exact: true }).click();
    const group = (): Readonly<Record<string, unknown>> | undefined =>
      stage.simulator.admin.snapshot().groups.find((each) => each.id === id)?.document;

    await page.getByRole("button", { name: "Disable" }).click();
    await eventually(() => textOf(page, "#told"), "Disable: web.");
    expect(group()).toMatchObject({ scaling_group_status: "PAUSED" });
    await page.getByRole("button", { name: "Enable" }).click();
    await eventually(() => Promise.resolve(group()?.["scaling_group_status"]), "INSERVICE");

    await page.getByLabel("desired").fill("4");
    await page.getByRole("button", { name: "Set from outside" }).click();
    await eventually(() => Promise.resolve(group()?.["desire_instance_number"]), 4);

    await page
      .getByRole("button", { name: /^Protect / })
      .first()
      .click();
    await eventually(
      () =>
        page
          .locator(".instances tbody td")
          .first()
          .innerText()
          .then((text) => text.trim()),
      "in service, protected INSERVICE, NORMAL",
    );
    await page
      .getByRole("button", { name: /^Kill / })
      .first()
      .click();
    await eventually(() => textOf(page, "#told"), expect.stringMatching(/^Kill: web-/) as string);
    expect(stage.simulator.admin.snapshot().deletedServers).toHaveLength(1);

    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Delete at once" }).click();
    await eventually(() => page.getByText("This group is gone.").isVisible(), true);
    expect(stage.simulator.admin.snapshot().groups).toEqual([]);
  });

  test("keep the group, when the question about its deletion is answered with no", async () => {
    await stage.createGroup("web", { desired: 0 });
    const page = await stage.open();
    await page.getByRole("button", { name: "web", exact: true }).click();
    const questions: string[] = [];
    page.on("dialog", (dialog) => {
      questions.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole("button", { name: "Delete at once" }).click();
    expect(questions).toEqual(["Delete the group web and the ECSs that AS made in it?"]);
    expect(stage.simulator.admin.snapshot().groups).toHaveLength(1);
  });

  test("set a fault, see what it met, and clear it", async () => {
    const page = await stage.open();
    await page.getByLabel("Call", { exact: true }).selectOption("list groups");
    await page.getByLabel("What happens").selectOption("429, too many requests");
    await page.getByLabel("Calls hit", { exact: true }).fill("2");
    await page.getByRole("button", { name: "Set the fault" }).click();
    await eventually(
      () => page.locator("#faults li span").allInnerTexts(),
      ["list groups: status 429; met 0 of 2"],
    );
    expect(await stage.call("GET", "scaling_group")).toBe(429);
    await eventually(
      () => page.locator("#faults li span").allInnerTexts(),
      ["list groups: status 429; met 1 of 2"],
    );
    await page.getByRole("button", { name: "Clear fault-1" }).click();
    await eventually(() => page.locator("#faults li").count(), 0);
    expect(await stage.call("GET", "scaling_group")).toBe(200);
  });

  test("make any other change, and is told why it cannot be made", async () => {
    const page = await stage.open();
    await page.getByLabel("Any change").selectOption("setQuota");
    await page.getByLabel("Body, as JSON").fill('{ "groups": 1 }');
    await page.getByRole("button", { name: "Make the change" }).click();
    await eventually(() => textOf(page, "#told"), "Done: setQuota.");
    expect(stage.simulator.admin.snapshot().quotas.groups).toBe(1);
    await page.getByLabel("Body, as JSON").fill('{ "apples": 1 }');
    await page.getByRole("button", { name: "Make the change" }).click();
    await eventually(
      () =>
        page
          .locator("#told")
          .innerText()
          .then((text) => text.split(";")[0] ?? ""),
      "Not done: unknown field apples",
    );
    stage.complaints.length = 0;
  });

  test("set the speed of the clock, and reset everything", async () => {
    await stage.createGroup("web", { desired: 0 });
    const page = await stage.open();
    await page.getByLabel("Speed").fill("500");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await eventually(() => Promise.resolve(stage.simulator.clock.speed), 500);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Reset the simulator" }).click();
    await eventually(() => textOf(page, "#group-count"), "0");
    expect(stage.simulator.admin.requests()).toEqual([]);
  });
});
