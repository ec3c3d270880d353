import { describe, expect, test } from "vitest";
import { nothingKnown, stateAfter } from "../../../simulator/page/state";
import { action, feedPage, group, instance, request } from "./examples";

const changed = <Entry>(...entries: readonly Entry[]): { changed: readonly Entry[]; gone: [] } => ({
  changed: entries,
  gone: [],
});
const at = (seconds: number): string => new Date(seconds * 1000).toISOString();

describe("the state of the page", () => {
  test("holds what the feed told last of each entry, in the order of their arrival", () => {
    const [web, api] = [group({ id: "1" }), group({ id: "2", name: "api" })];
    const before = stateAfter(nothingKnown, feedPage({ whole: true, groups: changed(web, api) }));
    const edited = group({ id: "1", max: 9 });
    const after = stateAfter(before, feedPage({ cursor: 2, groups: changed(edited), speed: 5 }));
    expect([...after.groups.values()]).toEqual([edited, api]);
    expect(after).toMatchObject({ cursor: 2, speed: 5 });
  });

  test("keeps the very objects of what did not change, so that nothing is drawn twice", () => {
    const before = stateAfter(nothingKnown, feedPage({ whole: true, groups: changed(group()) }));
    const after = stateAfter(before, feedPage({ cursor: 2, requests: changed(request()) }));
    expect(after.groups).toBe(before.groups);
    expect(after.history).toBe(before.history);
    expect(after.requests).not.toBe(before.requests);
  });

  test("drops what went", () => {
    const first = feedPage({ whole: true, groups: changed(group()), actions: changed(action()) });
    const after = stateAfter(
      stateAfter(nothingKnown, first),
      feedPage({
        groups: { changed: [], gone: ["group-1"] },
        actions: { changed: [], gone: ["action-1"] },
      }),
    );
    expect([after.groups.size, after.actions.size, after.history.size]).toEqual([0, 0, 0]);
  });

  test("begins anew with a whole answer", () => {
    const before = stateAfter(nothingKnown, feedPage({ whole: true, groups: changed(group({ id: "old" })) }));
    const after = stateAfter(before, feedPage({ whole: true, run: "run-2", groups: changed(group()) }));
    expect([...after.groups.keys()]).toEqual(["group-1"]);
  });
});

describe("the history of a group", () => {
  const numbers = { min: 1, desired: 2, max: 4 };

  test("has a point whenever a number moves, and none for anything else", () => {
    const pages = [
      feedPage({ whole: true, now: at(0), groups: changed(group({ instances: [] })) }),
      feedPage({ now: at(10), groups: changed(group({ instances: [instance({ state: "PENDING" })] })) }),
      feedPage({ now: at(20), groups: changed(group({ instances: [instance()] })) }),
    ];
    const { history } = pages.reduce(stateAfter, nothingKnown);
    expect(history.get("group-1")).toEqual([
      { at: 0, serving: 0, ...numbers },
      { at: 20_000, serving: 1, ...numbers },
    ]);
  });

  test("survives a whole answer of the same run, but not one of another", () => {
    const first = feedPage({ whole: true, now: at(0), groups: changed(group()) });
    const before = stateAfter(nothingKnown, first);
    const again = feedPage({ whole: true, now: at(9), groups: changed(group({ max: 5 })) });
    expect(stateAfter(before, again).history.get("group-1")).toHaveLength(2);
    expect(stateAfter(before, { ...again, run: "run-2" }).history.get("group-1")).toHaveLength(1);
  });

  test("keeps the newest 500 points", () => {
    let state = stateAfter(nothingKnown, feedPage({ whole: true }));
    for (let max = 0; max < 600; max += 1) {
      state = stateAfter(state, feedPage({ now: at(max), groups: changed(group({ max })) }));
    }
    const points = state.history.get("group-1") ?? [];
    expect([points.length, points[0]?.max, points.at(-1)?.max]).toEqual([500, 100, 599]);
  });
});
