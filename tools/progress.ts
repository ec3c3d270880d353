const INTERVAL_MILLISECONDS = 15_000;

/** Writes one line for the person who waits. */
export type Say = (line: string) => void;

export interface Progress {
  /** Notes the newest output of the work: its last line is shown with the next sign of life. */
  readonly note: (output: string) => void;
}

/** The last line of an output that says something, shortened to fit a terminal line. */
export function lastLine(output: string): string | undefined {
  return output
    .split("\n")
    .map((line) => line.trim())
    .findLast((line) => line !== "")
    ?.slice(0, 100);
}

/** Announces `work`, and shows every 15 seconds that it goes on; works without a terminal, too. */
export async function withProgress<A>(
  say: Say,
  announcement: string,
  work: (progress: Progress) => Promise<A>,
): Promise<A> {
  const start = Date.now();
  let latest: string | undefined;
  say(announcement);
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    say(`  … ${String(seconds)} s${latest === undefined ? "" : `: ${latest}`}`);
  }, INTERVAL_MILLISECONDS);
  try {
    return await work({
      note: (output) => {
        latest = lastLine(output) ?? latest;
      },
    });
  } finally {
    clearInterval(timer);
  }
}
