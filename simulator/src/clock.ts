/** Simulated time. */

/** A clock that can run faster than real time and that carries out tasks at simulated moments. */
export interface SimulatedClock {
  now(): Date;
  /** Simulated seconds per real second. */
  readonly speed: number;
  /** @throws RangeError when `speed` is not a finite number above zero */
  setSpeed(speed: number): void;
  /**
   * Carries out a task when the given number of simulated milliseconds has passed.
   *
   * @returns cancels the task; without effect when it has run
   */
  after(simulatedMs: number, task: () => void): () => void;
  /** Drops all tasks that have not run. */
  stop(): void;
}

interface Appointment {
  readonly due: number;
  readonly task: () => void;
}

/** Tasks by the moment they are due; those of one moment in the order in which they were given. */
class Agenda {
  private appointments: Appointment[] = [];

  add(appointment: Appointment): void {
    const later = this.appointments.findIndex(({ due }) => due > appointment.due);
    this.appointments.splice(later === -1 ? this.appointments.length : later, 0, appointment);
  }

  remove(appointment: Appointment): void {
    this.appointments = this.appointments.filter((other) => other !== appointment);
  }

  clear(): void {
    this.appointments = [];
  }

  get nextDue(): number | undefined {
    return this.appointments[0]?.due;
  }

  /** Takes the first task that is due at `moment` or was due before. */
  takeDue(moment: number): Appointment | undefined {
    const [first] = this.appointments;
    return first !== undefined && first.due <= moment ? this.appointments.shift() : undefined;
  }
}

function checkedSpeed(speed: number): number {
  if (!Number.isFinite(speed) || speed <= 0) {
    throw new RangeError(`the speed of the clock must be a finite number above zero, not ${speed}`);
  }
  return speed;
}

/** The longest delay that timers of Node know. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * A clock driven by real time. It begins at the present moment and keeps no process alive.
 *
 * @throws RangeError when `speed` is not a finite number above zero
 */
export function realClock(speed: number): SimulatedClock {
  const agenda = new Agenda();
  let currentSpeed = checkedSpeed(speed);
  let anchor = { real: performance.now(), simulated: Date.now() };
  let timeout: NodeJS.Timeout | undefined;

  const now = (): number => anchor.simulated + (performance.now() - anchor.real) * currentSpeed;

  const arm = (): void => {
    clearTimeout(timeout);
    if (agenda.nextDue === undefined) return;
    const delay = Math.ceil((agenda.nextDue - now()) / currentSpeed);
    timeout = setTimeout(runDue, Math.min(Math.max(delay, 0), LONGEST_TIMEOUT_MS)).unref();
  };
  const runDue = (): void => {
    for (let due = agenda.takeDue(now()); due !== undefined; due = agenda.takeDue(now())) due.task();
    arm();
  };

  return {
    now: () => new Date(now()),
    get speed() {
      return currentSpeed;
    },
    setSpeed: (next) => {
      checkedSpeed(next);
      anchor = { real: performance.now(), simulated: now() };
      currentSpeed = next;
      arm();
    },
    after: (simulatedMs, task) => {
      const appointment = { due: now() + simulatedMs, task };
      agenda.add(appointment);
      arm();
      return () => {
        agenda.remove(appointment);
        arm();
      };
    },
    stop: () => {
      agenda.clear();
      clearTimeout(timeout);
    },
  };
}

/** A clock that stands still until it is advanced: for tests. */
export function manualClock(
  start = new Date("2026-01-01T00:00:00Z"),
): SimulatedClock & { advance(simulatedMs: number): void } {
  const agenda = new Agenda();
  let now = start.getTime();
  let currentSpeed = 1;

  return {
    now: () => new Date(now),
    get speed() {
      return currentSpeed;
    },
    setSpeed: (next) => {
      currentSpeed = checkedSpeed(next);
    },
    after: (simulatedMs, task) => {
      const appointment = { due: now + simulatedMs, task };
      agenda.add(appointment);
      return () => {
        agenda.remove(appointment);
      };
    },
    stop: () => {
      agenda.clear();
    },
    advance: (simulatedMs) => {
      const end = now + simulatedMs;
      for (let due = agenda.takeDue(end); due !== undefined; due = agenda.takeDue(end)) {
        now = Math.max(now, due.due);
        due.task();
      }
      now = end;
    },
  };
}
