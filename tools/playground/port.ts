import { once } from "node:events";
import { createServer } from "node:net";

/** A bookmark of the page stays good from one playground to the next. */
const WANTED = 8765;

/** The same port every time, or 0, which stands for any, when somebody else has it. */
export async function usualPort(): Promise<number> {
  const probe = createServer();
  try {
    await once(probe.listen(WANTED, "127.0.0.1"), "listening");
    return WANTED;
  } catch {
    return 0;
  } finally {
    probe.close();
  }
}
