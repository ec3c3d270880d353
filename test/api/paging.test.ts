import * as TE from "fp-ts/TaskEither";
import { describe, expect, it } from "vitest";
import { type Page, readAllPages } from "../../provider/api/paging";
import { unreachable } from "../../provider/core/error";
import { errorOf, valueOf } from "./support/either";

interface Row {
  readonly id?: string;
}
const idOf = (row: Row): string | undefined => row.id;
const rows = (from: number, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}` }));

/** Pages by offset, and the offsets that were asked for. */
const script = (pages: Readonly<Record<number, Page<Row>>>) => {
  const asked: number[] = [];
  const readPage = (offset: number): TE.TaskEither<never, Page<Row>> => {
    asked.push(offset);
    return TE.right(pages[offset] ?? { rows: [], total: 0 });
  };
  return { asked, readPage };
};

describe("readAllPages", () => {
  it("reads one page when it holds all rows", async () => {
    const { asked, readPage } = script({ 0: { rows: rows(0, 100), total: 100 } });
    expect(await valueOf(readAllPages(readPage, idOf))).toEqual({ rows: rows(0, 100), total: 100 });
    expect(asked).toEqual([0]);
  });

  it("reads the other pages after the first, in order", async () => {
    const { asked, readPage } = script({
      0: { rows: rows(0, 100), total: 250 },
      100: { rows: rows(100, 100), total: 250 },
      200: { rows: rows(200, 50), total: 250 },
    });
    expect(await valueOf(readAllPages(readPage, idOf))).toEqual({ rows: rows(0, 250), total: 250 });
    expect(asked).toEqual([0, 100, 200]);
  });

  it("follows a service that gives fewer rows per page than asked for", async () => {
    const { asked, readPage } = script({
      0: { rows: rows(0, 20), total: 41 },
      20: { rows: rows(20, 20), total: 41 },
      40: { rows: rows(40, 1), total: 41 },
    });
    expect((await valueOf(readAllPages(readPage, idOf))).rows).toEqual(rows(0, 41));
    expect(asked).toEqual([0, 20, 40]);
  });

  it("ends at an empty first page, whatever total it tells", async () => {
    const { asked, readPage } = script({ 0: { rows: [], total: 7 } });
    expect(await valueOf(readAllPages(readPage, idOf))).toEqual({ rows: [], total: 7 });
    expect(asked).toEqual([0]);
  });

  it("counts a row once that moved to the next page meanwhile", async () => {
    const { readPage } = script({
      0: { rows: rows(0, 2), total: 4 },
      2: { rows: [{ id: "r1" }, { id: "r2" }], total: 5 },
    });
    expect((await valueOf(readAllPages(readPage, idOf))).rows).toEqual(rows(0, 3));
  });

  it("keeps every row that has no id", async () => {
    const { readPage } = script({ 0: { rows: [{}, {}], total: 2 } });
    expect((await valueOf(readAllPages(readPage, idOf))).rows).toEqual([{}, {}]);
  });

  it("fails when a later page fails", async () => {
    const lost = unreachable({ operation: "list", reason: "ECONNRESET", neverSent: false });
    const readPage = (offset: number): TE.TaskEither<typeof lost, Page<Row>> =>
      offset === 0 ? TE.right({ rows: rows(0, 1), total: 3 }) : TE.left(lost);
    expect(await errorOf(readAllPages(readPage, idOf))).toEqual(lost);
  });

  it("reads later pages at the same time", async () => {
    let open = 0;
    let most = 0;
    const readPage = (offset: number): TE.TaskEither<never, Page<Row>> =>
      TE.fromTask(async () => {
        most = Math.max(most, ++open);
        await new Promise(setImmediate);
        open--;
        return { rows: rows(offset, 1), total: 4 };
      });
    await valueOf(readAllPages(readPage, idOf));
    expect(most).toBe(3);
  });
});
