/** Tasks on the simulated clock that can all be dropped together, because what they belong to is gone. */
import type { SimulatedClock } from "../clock";

/** The outstanding tasks of one owner. */
export class Tasks {
  private readonly cancels = new Set<() => void>();

  constructor(private readonly clock: SimulatedClock) {}

  /** @returns cancels the task */
  after(simulatedMs: number, task: () => void): () => void {
    const cancel = this.clock.after(simulatedMs, () => {
      this.cancels.delete(cancel);
      task();
    });
    this.cancels.add(cancel);
    return () => {
      this.cancels.delete(cancel);
      cancel();
    };
  }

  cancelAll(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }
}
