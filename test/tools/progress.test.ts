import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lastLine, withProgress } from "../../tools/progress";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("slow work shows a sign of life with its latest output every 15 seconds, and falls silent at the end", async () => {
  const said: string[] = [];
  let end = (): void => undefined;
  const done = withProgress(
    (line) => said.push(line),
    "building (usually a minute)",
    ({ note }) => {
      setTimeout(() => {
        note("go: downloading a\nmodule/b\n\n");
      }, 20_000);
      return new Promise<void>((resolve) => (end = resolve));
    },
  );
  await vi.advanceTimersByTimeAsync(31_000);
  end();
  await done;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(["building (usually a minute)", "  … 15 s", "  … 30 s: module/b"]);
});

test("an output of blank lines has no last line", () => {
  expect(lastLine(" \n\n")).toBeUndefined();
});
