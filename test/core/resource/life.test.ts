import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fateOf,
  isKept,
  isReplacement,
  type Life,
  type LifeEvent,
  livedOn,
  nextGeneration,
  replacedId,
} from "../../../provider/core/resource/life";

const URN = "urn:web";
const object = { id: "now", mark: "a" };
const kept = [{ id: "k1", mark: "b" }, { id: "k2" }];
const existing = { generation: 3, object, kept };

const stays: LifeEvent = { _tag: "Stays", ...existing };
const leaves: LifeEvent = { _tag: "Leaves", ...existing, isGone: false };
const gone: LifeEvent = { _tag: "Leaves", ...existing, isGone: true };
const anew: LifeEvent = { _tag: "CheckedAnew" };
const old: LifeEvent = { _tag: "CheckedWithOld", generation: 3 };
const deleted: LifeEvent = { _tag: "Deleted", id: "now" };
const made = (id: string, ...ids: string[]): LifeEvent => ({ _tag: "Made", id, kept: ids });

const after = (...events: readonly LifeEvent[]): Life | undefined =>
  events.reduce<Life | undefined>(livedOn, undefined);

const fate = (events: readonly LifeEvent[], id: string, keptIds: readonly string[] = [], urn = URN) => {
  const life = after(...events);
  return fateOf(new Map(life === undefined ? [] : [[URN, life]]), urn, id, keptIds);
};

describe("the fate of an object", () => {
  it.each<[string, readonly LifeEvent[], string, readonly string[], readonly string[], boolean]>([
    [
      "of a resource that is destroyed goes with what it kept",
      [],
      "now",
      ["k1", "k2"],
      ["now", "k1", "k2"],
      false,
    ],
    [
      "whose replacement was made keeps what that keeps",
      [old, leaves, anew, made("new", "now", "k1")],
      "now",
      ["k1", "k2"],
      ["k2"],
      false,
    ],
    [
      "whose replacement keeps nothing goes with all",
      [old, leaves, anew, made("new")],
      "now",
      ["k1", "k2"],
      ["now", "k1", "k2"],
      false,
    ],
    [
      "that is deleted before its replacement goes alone",
      [old, leaves, anew],
      "now",
      ["k1", "k2"],
      ["now"],
      false,
    ],
    [
      "that is gone goes alone, too, before its replacement",
      [old, gone, anew],
      "now",
      ["k1"],
      ["now"],
      false,
    ],
    ["that is deleted first, with unknown arguments, goes alone", [leaves], "now", ["k1"], ["now"], false],
    [
      "that is gone goes with those that its replacement does not keep",
      [old, gone, anew, made("new", "k1")],
      "now",
      ["k1", "k2"],
      ["now", "k2"],
      false,
    ],
    [
      "on the way back is the one that was replaced, and not the one that was kept",
      [old, leaves, anew, made("k1", "now")],
      "now",
      ["k1", "k2"],
      ["k2"],
      false,
    ],
    [
      "that was found again on request stays; what it kept is forgotten",
      [anew, made("now")],
      "now",
      ["k1"],
      ["k1"],
      true,
    ],
    ["that was replaced on request goes with all", [anew, made("new")], "now", ["k1"], ["now", "k1"], false],
    [
      "of an earlier replacement goes; what the resource has stays",
      [old, stays],
      "earlier",
      ["now", "k1", "k3"],
      ["earlier", "k3"],
      false,
    ],
    ["of an earlier replacement that is kept stays", [old, stays], "k1", ["k3"], ["k3"], false],
    [
      "of an earlier replacement goes while the next one is awaited",
      [old, leaves, anew],
      "earlier",
      ["now", "k1", "k3"],
      ["earlier", "k3"],
      false,
    ],
    [
      "of an earlier replacement that the resource went back to stays, unsaid",
      [old, leaves, anew, made("earlier", "now")],
      "earlier",
      [],
      [],
      false,
    ],
  ])("%s", (_, events, id, keptIds, ids, isFoundAgain) => {
    expect(fate(events, id, keptIds)).toEqual({ ids, isFoundAgain });
  });

  it("is the same under an old URN of the resource", () => {
    expect(fate([old, leaves, anew], "now", ["k1"], "urn:old").ids).toEqual(["now"]);
    expect(fate([old, leaves, anew, made("new", "now")], "now", ["k1"], "urn:old").ids).toEqual(["k1"]);
  });

  const event = fc.oneof(
    ...[stays, leaves, gone, anew, old, deleted].map((each) => fc.constant(each)),
    fc
      .record({ id: fc.constantFrom("now", "new", "k1"), ids: fc.subarray(["now", "k1", "k2"]) })
      .map(({ id, ids }) => made(id, ...ids)),
  );

  it("is never to be deleted while the resource, as it is known last, has it or keeps it", () => {
    fc.assert(
      fc.property(fc.array(event), fc.constantFrom("now", "k1", "k2"), (events, id) => {
        const life = after(...events);
        const { ids } = fate(events, id, ["now", "k1", "k2"]);
        const needed =
          life === undefined || life._tag === "Seen"
            ? []
            : life._tag === "Made"
              ? [life.id, ...life.kept]
              : [...(life._tag === "Stays" ? [life.object] : []), ...life.kept].map((each) => each.id);
        expect(
          ids.filter((each) => needed.includes(each) && (each !== id || life?._tag !== "Leaves")),
        ).toEqual([]);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe("what is known of a resource", () => {
  it.each<[string, readonly LifeEvent[], boolean, number, string | undefined]>([
    ["that is new", [anew], false, 0, undefined],
    ["that was created", [anew, made("new")], false, 0, undefined],
    ["of which only old inputs were seen", [old, anew], true, 4, undefined],
    ["that stays", [old, stays], true, 4, "now"],
    ["that is replaced although it could stay", [old, stays, anew], true, 4, "now"],
    ["that is replaced", [old, leaves, anew], true, 4, "now"],
    ["that has been replaced", [old, leaves, anew, made("new")], true, 4, "now"],
  ])("%s", (_, events, replaces, generation, id) => {
    const life = after(...events);
    expect([isReplacement(life), nextGeneration(life), replacedId(life)]).toEqual([replaces, generation, id]);
  });

  it("is that its object is gone, once that is deleted before the replacement", () => {
    expect(after(old, leaves, anew, deleted)).toMatchObject({ _tag: "Leaves", isGone: true, kept });
    expect(after(old, leaves, anew, made("new"), deleted)).toEqual(after(old, leaves, anew, made("new")));
  });

  it("is which object it has and keeps", () => {
    expect(isKept(after(old, stays), "now")).toBe(true);
    expect(isKept(after(old, stays, anew), "now")).toBe(false);
    expect(isKept(after(anew, made("new")), "new")).toBe(true);
  });
});
