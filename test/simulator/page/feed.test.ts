/** The feed against a simulator whose clock is moved by hand. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { manualClock, startSimulator, type Simulator } from "../../../simulator/src";
import type { FeedPage } from "../../../simulator/src/page/feed";
import { asPath, call, configurationBody, signIn } from "../server/client";

const clock = manualClock();
let simulator: Simulator;
let headers: Record<string, string>;

beforeEach(async () => {
  simulator = await startSimulator({ clock, seed: 4 });
  headers = { "x-auth-token": await signIn(simulator) };
});
afterEach(() => simulator.close());

const feed = async (query = ""): Promise<FeedPage> =>
  (await call(simulator, "GET", `/_simulator/feed${query}`)).body as FeedPage;

const next = ({ run, cursor }: FeedPage): Promise<FeedPage> => feed(`?run=${run}&cursor=${String(cursor)}`);

async function createGroup(name: string, desired: number): Promise<string> {
  const configuration = await call(simulator, "POST", asPath(simulator, "scaling_configuration"), {
    headers,
    body: configurationBody,
  });
  const { scaling_configuration_id } = configuration.body as { scaling_configuration_id: string };
  const created = await call(simulator, "POST", asPath(simulator, "scaling_group"), {
    headers,
    body: {
      scaling_group_name: name,
      scaling_configuration_id,
      desire_instance_number: desired,
      max_instance_number: 5,
      vpc_id: "7bf4a1b1-1111-4222-8333-444455556666",
      networks: [{ id: "99999999-1111-4222-8333-444455556666" }],
      available_zones: ["eu-de-01"],
    },
  });
  const { scaling_group_id: id } = created.body as { scaling_group_id: string };
  await call(simulator, "POST", asPath(simulator, `scaling_group/${id}/action`), {
    headers,
    body: { action: "resume" },
  });
  return id;
}

describe("the feed", () => {
  test("shows a cooldown as long as it lasts", async () => {
    await createGroup("web", 1);
    clock.advance(200_000);
    const before = await feed();
    expect(before.groups.changed[0]?.cooldownUntil).toMatch(/^20/);
    clock.advance(900_000);
    expect((await next(before)).groups.changed).toMatchObject([{ name: "web", cooldownUntil: null }]);
  });

  test("tells everything at first, and nothing twice", async () => {
    const id = await createGroup("web", 2);
    const first = await feed();
    expect(first).toMatchObject({ whole: true, speed: 1, calls: { as: 3, iam: 1 } });
    expect(first.groups.changed.map((group) => group.id)).toEqual([id]);
    expect(first.requests.changed.map(({ method, status }) => [method, status])).toEqual([
      ["POST", 201],
      ["POST", 200],
      ["POST", 200],
      ["POST", 204],
    ]);
    const nothing = { changed: [], gone: [] };
    expect(await next(first)).toMatchObject({
      whole: false,
      cursor: first.cursor,
      groups: nothing,
      actions: nothing,
      requests: nothing,
      faults: nothing,
    });
  });

  test("tells a scaling action as it goes on", async () => {
    await createGroup("web", 2);
    const first = await feed();
    expect(first.actions.changed).toEqual([]);
    clock.advance(30_000);
    const running = await next(first);
    expect(running.groups.changed).toMatchObject([
      { name: "web", status: "INSERVICE", activity: "DIFF", desired: 2, max: 5, current: 0 },
    ]);
    expect(running.groups.changed[0]?.instances).toMatchObject([
      { zone: "eu-de-01", state: "PENDING", configuration: "web" },
      { zone: "eu-de-01", state: "PENDING", configuration: "web" },
    ]);
    expect(running.actions.changed).toMatchObject([{ status: "DOING", end: null, added: 0, desired: 2 }]);
    clock.advance(600_000);
    const done = await next(running);
    expect(done.groups.changed).toMatchObject([{ activity: null, current: 2 }]);
    expect(done.actions.changed).toMatchObject([{ status: "SUCCESS", added: 2, reasons: ["DIFF"] }]);
  });

  test("names the causes of a failed scaling action", async () => {
    simulator.admin.outside("failNextAction", { reason: "vcpu-quota" });
    await createGroup("web", 1);
    clock.advance(600_000);
    const { groups, actions } = await feed();
    expect(groups.changed).toMatchObject([{ status: "ERROR" }]);
    expect(actions.changed[0]).toMatchObject({
      status: "FAIL",
      failures: ["AS.7115: The vCPU quota is insufficient."],
    });
  });

  test("tells what went, faults that were set, and a reset", async () => {
    const [web, api] = [await createGroup("web", 0), await createGroup("api", 0)];
    const first = await feed();
    simulator.admin.outside("deleteGroup", { scaling_group_id: web });
    simulator.admin.fault({ match: { service: "as" }, effect: { kind: "reset" } });
    const second = await next(first);
    expect(second.groups).toEqual({ changed: [], gone: [web] });
    expect(second.faults.changed).toEqual([
      { id: "fault-1", match: { service: "as" }, effect: { kind: "reset" }, seen: 0, hits: 0 },
    ]);
    simulator.admin.reset();
    const third = await next(second);
    expect(third.groups).toEqual({ changed: [], gone: [api] });
    expect(third.faults).toEqual({ changed: [], gone: ["fault-1"] });
    expect(third.requests.gone).toHaveLength(7);
    expect(third.calls).toEqual({ as: 0, iam: 0 });
  });

  test.each([
    ["of another run", "?run=other&cursor=1"],
    ["of the future", undefined],
    ["that is no number", "no number"],
  ])("begins anew for a cursor %s", async (_title, query) => {
    await createGroup("web", 0);
    const { run, cursor } = await feed();
    const own = `?run=${run}&cursor=${query === undefined ? String(cursor + 1) : "x"}`;
    const answer = await feed(query?.startsWith("?") === true ? query : own);
    expect(answer).toMatchObject({ whole: true, run });
    expect(answer.groups.changed).toHaveLength(1);
  });

  test("shows the body of a write without its secrets", async () => {
    await createGroup("web", 0);
    const { requests } = await feed();
    expect(requests.changed[1]?.body).toMatchObject({ instance_config: { user_data: "(blanked)" } });
    expect(requests.changed[0]?.body).toBeUndefined();
  });

  // A look at 300 groups has to cost next to nothing, because an open page takes two a second.
  test("answers in a few bytes when nothing happens to 300 groups", async () => {
    simulator.admin.outside("setQuota", { groups: 300, configurations: 300 });
    for (let index = 0; index < 300; index += 1) await createGroup(`web-${String(index)}`, 0);
    const first = await feed();
    expect(first.groups.changed).toHaveLength(300);
    expect(JSON.stringify(await next(first)).length).toBeLessThan(450);
  });
});
