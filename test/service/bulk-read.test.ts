import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { undecodable } from "../../provider/core/error";
import {
  asGroup,
  busy,
  createLiveWorld,
  found,
  gatewayForbids,
  idsUpTo,
  policyForbids,
  roleForbids,
} from "./support/live-world";

describe("invalidate", () => {
  it("leads to a new listing, which then serves the others too", async () => {
    const { live, groups, calls } = createLiveWorld(["web", "db"]);
    await live.find("web")();
    groups.set("web", asGroup("web", { desireInstanceNumber: 1 }));
    groups.set("db", asGroup("db", { desireInstanceNumber: 2 }));
    live.invalidate("web");
    expect(await live.find("web")()).toEqual(found("web", 1));
    expect(await live.find("db")()).toEqual(found("db", 2));
    expect(calls()).toEqual({ list: 2 });
  });

  it("leads to one read of that group alone when a listing takes more than one call", async () => {
    const ids = idsUpTo(250);
    const { live, groups, calls } = createLiveWorld(ids);
    await live.find("group-0")();
    groups.set("group-7", asGroup("group-7", { desireInstanceNumber: 1 }));
    live.invalidate("group-7");
    const thrice = await Promise.all([1, 2, 3].map(() => live.find("group-7")()));
    expect(thrice).toEqual([found("group-7", 1), found("group-7", 1), found("group-7", 1)]);
    expect(await live.find("group-7")()).toEqual(found("group-7", 1));
    expect(await live.find("group-8")()).toEqual(found("group-8"));
    expect(calls()).toEqual({ list: 1, get: 1 });
  });

  it("is followed by a listing for everybody once the last one is old, also when that takes several calls", async () => {
    const ids = idsUpTo(250);
    const { clock, live, calls } = createLiveWorld(ids);
    await live.find("group-0")();
    live.invalidate("group-7");
    await clock.advance(3001);
    await Promise.all(ids.map((id) => live.find(id)()));
    expect(calls()).toEqual({ list: 2 });
  });

  it("prefers a listing to an older read of the group alone", async () => {
    const ids = idsUpTo(250);
    const { live, groups, calls } = createLiveWorld(ids);
    await live.find("group-0")();
    live.invalidate("group-7");
    await live.find("group-7")();
    groups.set("group-7", asGroup("group-7", { desireInstanceNumber: 1 }));
    await live.fresh(ids)();
    expect(await live.find("group-7")()).toEqual(found("group-7", 1));
    expect(calls()).toEqual({ list: 2, get: 1 });
  });

  it("costs the other groups nothing", async () => {
    const { live, calls } = createLiveWorld(["web", "db"]);
    await live.find("web")();
    live.invalidate("web");
    await live.find("db")();
    expect(calls()).toEqual({ list: 1 });
  });

  it("holds for a listing that is under way and began before it", async () => {
    const { clock, live, groups, calls } = createLiveWorld(["web", "db"], { latencyMs: 200 });
    const others = live.find("db")();
    await clock.advance(100);
    groups.set("web", asGroup("web", { desireInstanceNumber: 1 }));
    live.invalidate("web");
    expect(await clock.settle(live.find("web")())).toEqual(found("web", 1));
    expect(await others).toEqual(found("db"));
    expect(calls()).toEqual({ list: 2 });
  });

  it("holds for a find that is under way", async () => {
    const { clock, live, groups } = createLiveWorld(["web"], { latencyMs: 200 });
    const early = live.find("web")();
    await clock.advance(100);
    groups.set("web", asGroup("web", { desireInstanceNumber: 1 }));
    live.invalidate("web");
    expect(await clock.settle(early)).toEqual(found("web", 1));
  });

  it("does not hold for a listing that begins after it within the same millisecond", async () => {
    const { live, calls } = createLiveWorld(["web"]);
    live.invalidate("web");
    await live.find("web")();
    await live.find("web")();
    expect(calls()).toEqual({ list: 1 });
  });
});

describe("where groups must not be listed", () => {
  it.each([[roleForbids], [policyForbids], [gatewayForbids]])(
    "reads them alone from the first refusal on: %o",
    async (refusal) => {
      const { clock, live, faults, calls } = createLiveWorld(["web", "db"]);
      faults.set("list", refusal);
      expect(await Promise.all([live.find("web")(), live.find("db")()])).toEqual([found("web"), found("db")]);
      expect(calls()).toEqual({ list: 1, get: 2 });
      await clock.advance(3001);
      expect(await Promise.all([1, 2, 3].map(() => live.find("web")()))).toEqual(
        [1, 2, 3].map(() => found("web")),
      );
      await live.fresh(["web", "db", "gone"])();
      expect(calls()).toEqual({ list: 1, get: 6 });
    },
  );

  it("remembers what it has read alone", async () => {
    const { live, faults, calls } = createLiveWorld(["web"]);
    faults.set("list", roleForbids);
    await live.find("web")();
    await live.find("web")();
    expect(calls()).toEqual({ list: 1, get: 1 });
  });

  it.each([[busy], [undecodable("list AS groups", [])]])(
    "does not read alone because of %o",
    async (error) => {
      const { live, faults, calls } = createLiveWorld(["web"]);
      faults.set("list", error);
      expect(await live.find("web")()).toEqual(E.left(error));
      expect(calls()).toEqual({ list: 1 });
    },
  );

  it("cannot find a group by its name", async () => {
    const { live, faults } = createLiveWorld(["web"]);
    faults.set("list", roleForbids);
    expect(await live.findByName("name-of-web")()).toEqual(E.left(roleForbids));
  });
});
