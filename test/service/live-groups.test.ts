import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import { refused, undecodable } from "../../provider/core/error";
import { asGroup, busy, createLiveWorld, found, gone, idsUpTo, policyForbids } from "./support/live-world";

describe("find", () => {
  it("serves thirty concurrent callers from one listing", async () => {
    const ids = idsUpTo(30);
    const { clock, live, calls } = createLiveWorld(ids, { latencyMs: 200 });
    const groups = await clock.settle(Promise.all(ids.map((id) => live.find(id)())));
    expect(groups).toEqual(ids.map((id) => found(id)));
    expect(calls()).toEqual({ list: 1 });
  });

  it("serves a caller who comes while the listing is under way", async () => {
    const { clock, live, calls } = createLiveWorld(["web", "db"], { latencyMs: 200 });
    const first = live.find("web")();
    await clock.advance(100);
    expect(await clock.settle(Promise.all([first, live.find("db")()]))).toEqual([found("web"), found("db")]);
    expect(calls()).toEqual({ list: 1 });
  });

  it("uses a listing for three seconds from its beginning, then lists again", async () => {
    const { clock, live, groups, calls } = createLiveWorld(["web"]);
    await live.find("web")();
    groups.set("web", asGroup("web", { desireInstanceNumber: 1 }));
    await clock.advance(3000);
    expect(await live.find("web")()).toEqual(found("web", 0));
    expect(calls()).toEqual({ list: 1 });
    await clock.advance(1);
    expect(await live.find("web")()).toEqual(found("web", 1));
    expect(calls()).toEqual({ list: 2 });
  });

  it("takes a group for gone when the listing lacks it and a read of its own does not find it", async () => {
    const { live, calls } = createLiveWorld(["web"]);
    expect(await live.find("db")()).toEqual(gone);
    expect(await live.find("db")()).toEqual(gone);
    expect(calls()).toEqual({ list: 1, get: 1 });
  });

  it("finds a group that only the listing lacks", async () => {
    const { live, unlisted, calls } = createLiveWorld(["web"]);
    unlisted.add("web");
    expect(await live.find("web")()).toEqual(found("web"));
    expect(calls()).toEqual({ list: 1, get: 1 });
  });

  it.each([
    [refused({ operation: "query AS group", status: 403, code: "AS.0011" })],
    [refused({ operation: "query AS group", status: 500, code: "AS.0001" })],
    [undecodable("query AS group", [])],
  ])("does not take a group for gone on %o", async (error) => {
    const { live, faults } = createLiveWorld([]);
    faults.set("get", error);
    expect(await live.find("web")()).toEqual(E.left(error));
  });

  it("fails for all who share a failing listing, and lists again for the next", async () => {
    const { clock, live, faults, calls } = createLiveWorld(["web", "db"], { latencyMs: 200 });
    faults.set("list", busy);
    const both = Promise.all([live.find("web")(), live.find("db")()]);
    expect(await clock.settle(both)).toEqual([E.left(busy), E.left(busy)]);
    faults.delete("list");
    expect(await clock.settle(live.find("web")())).toEqual(found("web"));
    expect(calls()).toEqual({ list: 2 });
  });
});

describe("fresh", () => {
  it("does not use a remembered listing", async () => {
    const { live, groups, calls } = createLiveWorld(["web"]);
    await live.find("web")();
    groups.set("web", asGroup("web", { desireInstanceNumber: 1 }));
    const fresh = await live.fresh(["web"])();
    expect(fresh).toEqual(E.right(new Map([["web", O.some(asGroup("web", { desireInstanceNumber: 1 }))]])));
    expect(calls()).toEqual({ list: 2 });
  });

  it("does not join a listing that is under way", async () => {
    const { clock, live, groups, calls } = createLiveWorld(["web"], { latencyMs: 200 });
    const earlier = live.find("web")();
    await clock.advance(100);
    groups.set("web", asGroup("web", { desireInstanceNumber: 1 }));
    const callers = Promise.all(idsUpTo(30).map(() => live.fresh(["web"])()));
    const fresh = await clock.settle(callers);
    expect(await earlier).toEqual(found("web", 0));
    expect(fresh).toEqual(
      idsUpTo(30).map(() => E.right(new Map([["web", O.some(asGroup("web", { desireInstanceNumber: 1 }))]]))),
    );
    expect(calls()).toEqual({ list: 2 });
  });

  it("has an entry for each group, also for one that is gone", async () => {
    const { live, calls } = createLiveWorld(["web"]);
    expect(await live.fresh(["web", "db", "web"])()).toEqual(
      E.right(
        new Map([
          ["web", O.some(asGroup("web"))],
          ["db", O.none],
        ]),
      ),
    );
    expect(calls()).toEqual({ list: 1, get: 1 });
  });

  it("asks nothing when it is asked for nothing", async () => {
    const { live, calls } = createLiveWorld(["web"]);
    expect(await live.fresh([])()).toEqual(E.right(new Map()));
    expect(calls()).toEqual({});
  });

  it("counts a group once that is asked for twice", async () => {
    const { live, calls } = createLiveWorld(idsUpTo(250));
    await live.find("group-0")();
    await live.fresh(["group-1", "group-1", "group-1"])();
    expect(calls()).toEqual({ list: 1, get: 1 });
  });

  it("serves later finds", async () => {
    const { live, calls } = createLiveWorld(["web", "db"]);
    await live.fresh(["web"])();
    await live.find("db")();
    expect(calls()).toEqual({ list: 1 });
  });

  it.each([
    { known: 100, asked: 1, expected: { list: 2 } },
    { known: 101, asked: 1, expected: { list: 1, get: 1 } },
    { known: 250, asked: 1, expected: { list: 1, get: 1 } },
    { known: 250, asked: 2, expected: { list: 1, get: 2 } },
    { known: 250, asked: 3, expected: { list: 2 } },
    { known: 250, asked: 250, expected: { list: 2 } },
  ])("takes the way with fewer calls for $asked of $known groups", async ({ known, asked, expected }) => {
    const ids = idsUpTo(known);
    const { live, calls } = createLiveWorld(ids);
    await live.find("group-0")();
    const fresh = await live.fresh(ids.slice(0, asked))();
    expect(E.isRight(fresh) && fresh.right.size).toBe(asked);
    expect(calls()).toEqual(expected);
  });
});

describe("findByName", () => {
  it("finds all groups of exactly that name", async () => {
    const { live, groups } = createLiveWorld([]);
    for (const [id, scalingGroupName] of [
      ["1", "web"],
      ["2", "web-2"],
      ["3", "Web"],
      ["4", "web"],
    ] as const)
      groups.set(id, asGroup(id, { scalingGroupName }));
    const named = [asGroup("1", { scalingGroupName: "web" }), asGroup("4", { scalingGroupName: "web" })];
    expect(await live.findByName("web")()).toEqual(E.right(named));
  });

  it("is empty when there is none", async () => {
    const { live } = createLiveWorld(["web"]);
    expect(await live.findByName("web")()).toEqual(E.right([]));
  });

  it("sees a group that a creation without an answer made just now", async () => {
    const { live, groups, calls } = createLiveWorld([]);
    await live.findByName("name-of-web")();
    groups.set("web", asGroup("web"));
    expect(await live.findByName("name-of-web")()).toEqual(E.right([asGroup("web")]));
    expect(calls()).toEqual({ list: 2 });
  });

  it("serves thirty concurrent callers from one listing", async () => {
    const ids = idsUpTo(30);
    const { clock, live, calls } = createLiveWorld(ids, { latencyMs: 200 });
    const named = await clock.settle(Promise.all(ids.map((id) => live.findByName(`name-of-${id}`)())));
    expect(named).toEqual(ids.map((id) => E.right([asGroup(id)])));
    expect(calls()).toEqual({ list: 1 });
  });
});

describe("tags", () => {
  it("serves thirty concurrent callers from one query, with none for a group that it lacks", async () => {
    const ids = idsUpTo(30);
    const { clock, live, tags, calls } = createLiveWorld(ids, { latencyMs: 200 });
    tags.set("group-1", { env: "prod" });
    const seen = await clock.settle(Promise.all(ids.map((id) => live.tags(id)())));
    expect(seen).toEqual(ids.map((id) => E.right(id === "group-1" ? { env: "prod" } : {})));
    expect(calls()).toEqual({ allTags: 1 });
  });

  it("queries again after three seconds", async () => {
    const { clock, live, calls } = createLiveWorld(["web"]);
    await live.tags("web")();
    await clock.advance(3000);
    await live.tags("web")();
    expect(calls()).toEqual({ allTags: 1 });
    await clock.advance(1);
    await live.tags("web")();
    expect(calls()).toEqual({ allTags: 2 });
  });

  it("queries again for a group that was invalidated, not for another", async () => {
    const { live, tags, calls } = createLiveWorld(["web", "db"]);
    await live.tags("web")();
    tags.set("web", { env: "prod" });
    live.invalidate("web");
    await live.tags("db")();
    expect(calls()).toEqual({ allTags: 1 });
    expect(await live.tags("web")()).toEqual(E.right({ env: "prod" }));
    expect(calls()).toEqual({ allTags: 2 });
  });

  it("reads the tags of each group from the first refusal of the query on", async () => {
    const { live, tags, faults, calls } = createLiveWorld(["web", "db"]);
    tags.set("web", { env: "prod" });
    faults.set("allTags", policyForbids);
    expect(await live.tags("web")()).toEqual(E.right({ env: "prod" }));
    expect(await live.tags("db")()).toEqual(E.right({}));
    expect(await live.tags("db")()).toEqual(E.right({}));
    expect(calls()).toEqual({ allTags: 1, tagsOf: 2 });
  });

  it("fails when the query fails otherwise", async () => {
    const { live, faults, calls } = createLiveWorld(["web"]);
    faults.set("allTags", busy);
    expect(await live.tags("web")()).toEqual(E.left(busy));
    expect(calls()).toEqual({ allTags: 1 });
  });
});
