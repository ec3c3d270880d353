/** Fails before its tests begin, when its server is up already. */
import { afterAll, beforeAll, test } from "vitest";
import { closers, type Closable } from "../../support/closers";
import { startPostgres } from "../support/postgres";

const started = closers();
let other: Closable | undefined;

beforeAll(async () => {
  started.add(await startPostgres());
  started.add({ close: () => Promise.reject(new Error("cannot be ended")) });
  other = await Promise.reject<Closable>(new Error("cannot be opened"));
  started.add(other);
});
afterAll(() => started.close());

test("is never reached", () => undefined);
