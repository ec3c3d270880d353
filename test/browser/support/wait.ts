/** Waiting for what the page shows. */
import { expect, vi } from "vitest";

/** The value, as soon as it is the wanted one; the last one is shown when it never is. */
export const eventually = async <A>(look: () => Promise<A>, wanted: A): Promise<void> => {
  await vi.waitFor(
    async () => {
      expect(await look()).toEqual(wanted);
    },
    { timeout: 8000, interval: 50 },
  );
};
