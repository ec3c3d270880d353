/** Reading all pages of a list: the first page tells how many rows there are, the others are read at once. */
import * as A from "fp-ts/Array";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../core/error";

/** Some rows of a list, and how many the whole list has. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Rows that a listing asks for per page: the most that the service gives. */
export const PAGE_SIZE = 100;

/** Row offsets of the pages after a first one that had this many rows. */
const laterOffsets = (firstRows: number, total: number): number[] =>
  firstRows === 0 ? [] : A.makeBy(Math.ceil(total / firstRows) - 1, (index) => (index + 1) * firstRows);

/** Rows move from page to page when others come or go meanwhile; one that was seen twice counts once. */
const unique = <Row>(rows: readonly Row[], idOf: (row: Row) => string | undefined): readonly Row[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const id = idOf(row);
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
};

/**
 * All rows, each once. A row without an id is kept. A row that moves to a page already read is missed: absence
 * from a listing does not prove that an object is gone.
 */
export const readAllPages = <Row>(
  readPage: (offset: number) => TE.TaskEither<AsError, Page<Row>>,
  idOf: (row: Row) => string | undefined,
): TE.TaskEither<AsError, Page<Row>> =>
  pipe(
    readPage(0),
    TE.chain((first) =>
      pipe(
        laterOffsets(first.rows.length, first.total),
        A.traverse(TE.ApplicativePar)(readPage),
        TE.map((later) => ({
          rows: unique(
            [first, ...later].flatMap((page) => page.rows),
            idOf,
          ),
          total: first.total,
        })),
      ),
    ),
  );
