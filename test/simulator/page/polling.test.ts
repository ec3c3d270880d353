import { expect, test } from "vitest";
import { poll } from "../../../simulator/page/polling";
import type { FeedPage } from "../../../simulator/src/page/feed";
import { feedPage } from "./examples";

interface Stage {
  readonly shown: FeedPage[];
  readonly told: unknown[];
  /** Milliseconds of the wait that is on. */
  readonly waits: () => number | undefined;
  readonly elapse: () => Promise<void>;
  readonly reads: () => number;
  readonly refresh: () => Promise<void>;
  hidden: boolean;
  answer: () => Promise<FeedPage>;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stage(hidden = false): Stage {
  let waiting: { readonly milliseconds: number; readonly next: () => void } | undefined;
  let reads = 0;
  const made: Stage = {
    shown: [],
    told: [],
    hidden,
    answer: () => Promise.resolve(feedPage({ cursor: reads })),
    waits: () => waiting?.milliseconds,
    reads: () => reads,
    elapse: async () => {
      const { next } = waiting ?? { next: () => undefined };
      waiting = undefined;
      next();
      await settled();
    },
    refresh: async () => {
      ask();
      await settled();
    },
  };
  const ask = poll({
    read: () => {
      reads += 1;
      return made.answer();
    },
    show: (feed) => made.shown.push(feed),
    lost: (error) => made.told.push(error),
    isHidden: () => made.hidden,
    wait: (milliseconds, next) => {
      waiting = { milliseconds, next };
      return () => {
        waiting = undefined;
      };
    },
  });
  return made;
}

test("asks at once, and again half a second after each answer", async () => {
  const page = stage();
  await settled();
  expect([page.shown.length, page.waits()]).toEqual([1, 500]);
  await page.elapse();
  expect([page.shown.length, page.waits()]).toEqual([2, 500]);
});

test("tells that the simulator does not answer, asks less often, and tells when it answers again", async () => {
  const page = stage();
  await settled();
  page.answer = () => Promise.reject(new Error("gone"));
  await page.elapse();
  expect(page.told).toEqual([undefined, new Error("gone")]);
  expect(page.waits()).toBe(2000);
  page.answer = () => Promise.resolve(feedPage());
  await page.elapse();
  expect(page.told.at(-1)).toBeUndefined();
});

test("asks nothing while nobody looks, and at once when somebody does", async () => {
  const page = stage(true);
  await settled();
  expect([page.reads(), page.waits()]).toEqual([0, undefined]);
  page.hidden = false;
  await page.refresh();
  expect(page.reads()).toBe(1);
});

test("a wish to look now ends the wait, and during a question leads to another right after", async () => {
  const page = stage();
  await settled();
  await page.refresh();
  expect(page.reads()).toBe(2);
  let release: (feed: FeedPage) => void = () => undefined;
  page.answer = () => new Promise((resolve) => (release = resolve));
  await page.elapse();
  await page.refresh();
  expect(page.reads()).toBe(3);
  release(feedPage());
  await settled();
  expect(page.waits()).toBe(0);
});
