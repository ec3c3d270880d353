/** Asks the feed again and again while somebody looks. */
import type { FeedPage } from "../src/page/feed.js";

/** What the polling needs. */
export interface PollingParts {
  readonly read: () => Promise<FeedPage>;
  readonly show: (feed: FeedPage) => void;
  /** Called when the simulator does not answer, and with undefined when it does again. */
  readonly lost: (error: unknown) => void;
  /** Whether nobody looks. */
  readonly isHidden: () => boolean;
  readonly wait: (milliseconds: number, next: () => void) => () => void;
}

/** Milliseconds between two answers. */
const INTERVAL = 500;
/** After a failure; a simulator that has ended is not hurried. */
const LONGER_INTERVAL = 2000;

/** Starts to ask. The returned function asks at once, and sets out again when the page is looked at again. */
export function poll({ read, show, lost, isHidden, wait }: PollingParts): () => void {
  let isAsking = false;
  let isWanted = false;
  let cancel = (): void => undefined;

  const ask = async (): Promise<void> => {
    cancel();
    if (isAsking) {
      isWanted = true;
      return;
    }
    if (isHidden()) return;
    isAsking = true;
    const feed = await read().catch((error: unknown) => {
      lost(error);
      return undefined;
    });
    isAsking = false;
    const interval = feed === undefined ? LONGER_INTERVAL : INTERVAL;
    // Before anything is shown: a page that fails to draw one answer may well draw the next.
    cancel = wait(isWanted ? 0 : interval, refresh);
    isWanted = false;
    if (feed === undefined) return;
    lost(undefined);
    show(feed);
  };
  const refresh = (): void => {
    void ask();
  };
  refresh();
  return refresh;
}
