import fc from "fast-check";
import { expect, test } from "vitest";
import { Ledger } from "../../../simulator/src/page/ledger";

interface Entry {
  readonly id: string;
  readonly value: number;
}

const ledger = (): Ledger<Entry> => new Ledger<Entry>(({ id }) => id);
const entry = (id: string, value: number): Entry => ({ id, value });

test("whoever looks for the first time is told everything", () => {
  const book = ledger();
  book.update([entry("a", 1), entry("b", 2)], 1);
  expect(book.since(0)).toEqual({ changed: [entry("a", 1), entry("b", 2)], gone: [] });
});

test("only what changed and what went is told afterwards", () => {
  const book = ledger();
  book.update([entry("a", 1), entry("b", 2), entry("c", 3)], 1);
  expect(book.update([entry("a", 1), entry("b", 5)], 2)).toBe(true);
  expect(book.since(1)).toEqual({ changed: [entry("b", 5)], gone: ["c"] });
  expect(book.since(2)).toEqual({ changed: [], gone: [] });
});

test("entries that look the same as before are no change, whichever objects they are", () => {
  const book = ledger();
  book.update([entry("a", 1)], 1);
  expect(book.update([entry("a", 1)], 2)).toBe(false);
});

test("an entry that comes back is told as changed and no longer as gone", () => {
  const book = ledger();
  book.update([entry("a", 1)], 1);
  book.update([], 2);
  book.update([entry("a", 1)], 3);
  expect(book.since(1)).toEqual({ changed: [entry("a", 1)], gone: [] });
});

test("departures are forgotten after a thousand, and then earlier revisions are out of reach", () => {
  const book = ledger();
  for (let revision = 1; revision <= 1001; revision += 1) book.update([entry(String(revision), 0)], revision);
  expect(book.reachesBackTo(1)).toBe(true);
  book.update([], 1002);
  expect(book.reachesBackTo(1)).toBe(false);
  expect(book.reachesBackTo(2)).toBe(true);
});

test("a reader who is told changes at any pace knows what there is", () => {
  const states = fc.array(
    fc.record({
      entries: fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.nat(2)),
      reads: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(states, (steps) => {
      const book = ledger();
      const known = new Map<string, number>();
      let seen = 0;
      steps.forEach(({ entries, reads }, index) => {
        book.update(
          Object.entries(entries).map(([id, value]) => entry(id, value)),
          index + 1,
        );
        if (!reads) return;
        const { changed, gone } = book.since(seen);
        for (const id of gone) known.delete(id);
        for (const { id, value } of changed) known.set(id, value);
        seen = index + 1;
        expect(Object.fromEntries(known)).toEqual({ ...entries });
      });
    }),
    { seed: 6, numRuns: 300 },
  );
});
