import * as E from "fp-ts/Either";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionsOf } from "../../../../components/scheduled-scaling/plan/actions";
import { planTimetable, type Plan } from "../../../../components/scheduled-scaling/plan/plan";
import type { PlannedPolicy } from "../../../../components/scheduled-scaling/plan/policy";
import type {
  Timetable,
  TimetableEntry,
  TimetableException,
} from "../../../../components/scheduled-scaling/plan/timetable";
import { nextLaunch } from "../../../../simulator/src/as/policy/schedule";
import { clockOf, happeningsOf, wantedAt, type Happening } from "./wall-clock";

const SEED = { seed: 20261125, numRuns: 150 };
const DAY_MS = 86_400_000;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const zone = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "America/Nuuk",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "UTC",
);
// Around midnight and around the usual hours of changed clocks more often than otherwise.
const hour = fc.oneof(fc.constantFrom(0, 1, 2, 3, 23), fc.integer({ min: 0, max: 23 }));
const at = fc
  .tuple(hour, fc.constantFrom("00", "15", "30", "45"))
  .map(([hours, minutes]) => `${String(hours).padStart(2, "0")}:${minutes}`);
const change = fc.record({ at, desireInstanceNumber: fc.integer({ min: 0, max: 300 }) });
const weekday = fc.constantFrom(
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday" as const,
);
const days = fc.oneof(
  fc.constantFrom("daily", "weekdays", "weekends"),
  weekday,
  fc.uniqueArray(weekday, { minLength: 1 }),
);
const daysOfMonth = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant("last" as const)), {
  minLength: 1,
  maxLength: 3,
});
const moment = fc
  .integer({ min: Date.parse("2026-01-01T12:00Z") / 60_000, max: Date.parse("2026-12-31T00:00Z") / 60_000 })
  .map((minutes) => minutes * 60_000);

const limited = (entry: TimetableEntry, now: number, limits: readonly [number, number]): TimetableEntry => {
  const [first, length] = limits;
  if (length === 0) return entry;
  return { ...entry, from: dateOf(now + first * DAY_MS), until: dateOf(now + (first + length) * DAY_MS) };
};

const entry = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...{ at, days }, desireInstanceNumber: fc.nat(300) }) },
  { weight: 1, arbitrary: fc.record({ ...{ at, daysOfMonth }, desireInstanceNumber: fc.nat(300) }) },
) as fc.Arbitrary<TimetableEntry>;

/** Gap, length and changes of exceptions: none shares a date with another. */
const exceptionShape = fc.record({
  gap: fc.integer({ min: 1, max: 200 }),
  length: fc.integer({ min: 0, max: 20 }),
  timetable: fc.uniqueArray(change, { maxLength: 2, selector: (some) => some.at }),
});

const exceptionsFrom = (
  start: number,
  shapes: readonly { gap: number; length: number; timetable: TimetableException["timetable"] & object }[],
): readonly TimetableException[] => {
  let day = start - 400 * DAY_MS;
  return shapes.map(({ gap, length, timetable }) => {
    const from = day + gap * DAY_MS;
    day = from + length * DAY_MS;
    return { from: dateOf(from), until: dateOf(day), timetable };
  });
};

const world = fc
  .record({
    timeZone: zone,
    now: moment,
    horizon: fc.integer({ min: 1, max: 390 }),
    entries: fc.array(
      fc.tuple(entry, fc.tuple(fc.integer({ min: -500, max: 200 }), fc.constantFrom(0, 0, 90, 300, 900))),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    shapes: fc.array(exceptionShape, { maxLength: 4 }),
  })
  .map(({ timeZone, now, horizon, entries, shapes }) => {
    const until = dateOf(Math.min(now + horizon * DAY_MS, Date.parse("2027-12-31")));
    return {
      now,
      timetable: {
        timeZone,
        timetable: entries.map(([some, limits], index) => ({
          ...limited(some, now, limits),
          name: `e${index}`,
        })),
        exceptions: exceptionsFrom(now, shapes),
        until,
      } satisfies Timetable,
    };
  });

/** Two to six entries around an hour that clocks skip, on days before and after it. */
const worldOfSkips = fc
  .record({
    timeZone: fc.constantFrom("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "America/Nuuk"),
    which: fc.nat(10),
    timetable: fc.uniqueArray(
      fc.record({
        at: fc
          .tuple(fc.constantFrom(23, 0, 1, 2, 3, 4), fc.constantFrom("00", "15", "30", "45"))
          .map(([hours, minutes]) => `${String(hours).padStart(2, "0")}:${minutes}`),
        desireInstanceNumber: fc.nat(300),
      }),
      { minLength: 2, maxLength: 6, selector: (some) => some.at },
    ),
  })
  .map(({ timeZone, which, timetable }) => {
    const skips = [...clockOf(timeZone).skips];
    const skip = skips[which % skips.length] ?? Number.NaN;
    return {
      now: skip - 2 * DAY_MS,
      timetable: { timeZone, timetable, until: dateOf(skip + 2 * DAY_MS) } satisfies Timetable,
    };
  });

/** When the simulated service runs a policy that is made now. */
function launchesOf(policy: PlannedPolicy, now: number): readonly Happening[] {
  const {
    launchTime,
    recurrenceType,
    recurrenceValue = "",
    startTime,
    endTime = "",
  } = policy.scheduledPolicy;
  const schedule = {
    launch_time: launchTime,
    recurrence:
      recurrenceType === undefined
        ? null
        : {
            recurrence_type: recurrenceType,
            recurrence_value: recurrenceValue,
            start_time: startTime ?? new Date(now).toISOString(),
            end_time: endTime,
          },
  };
  const launches: Happening[] = [];
  let next = nextLaunch(schedule, new Date(now));
  while (next !== undefined) {
    launches.push({ moment: next.getTime(), size: policy.desireInstanceNumber });
    next = nextLaunch(schedule, next);
  }
  return launches;
}

const firesOf = (plan: Plan, now: number): readonly Happening[] =>
  plan.policies
    .flatMap((policy) => launchesOf(policy, now))
    .sort((one, other) => one.moment - other.moment || one.size - other.size);

const hasClash = (happenings: readonly Happening[]): boolean =>
  happenings.some(({ moment: when }, index) => happenings[index - 1]?.moment === when);

const planOf = (timetable: Timetable, now: number) =>
  planTimetable({ ...timetable }, new Date(now), 1_000_000);

// The clocks of all zones are read once, a quarter of an hour at a time.
describe("a planned timetable", { timeout: 180_000 }, () => {
  it("acts at exactly the moments that clocks of its zone show, and is refused only when two coincide", () => {
    fc.assert(
      fc.property(world, ({ timetable, now }) => {
        const wanted = happeningsOf(timetable, now);
        const planned = planOf(timetable, now);
        expect(E.isLeft(planned)).toBe(hasClash(wanted));
        if (E.isRight(planned)) expect(firesOf(planned.right, now)).toEqual(wanted);
      }),
      SEED,
    );
  });

  it("sets the number of the latest entry to which clocks have come, whatever they skip", () => {
    fc.assert(
      fc.property(worldOfSkips, ({ timetable, now }) => {
        const planned = planOf(timetable, now);
        if (E.isLeft(planned)) throw new Error(planned.left.map(({ reason }) => reason).join());
        const fires = firesOf(planned.right, now);
        expect(fires.map(({ size }) => [size])).toEqual(
          fires.map(({ moment: when }) => wantedAt(timetable, when)),
        );
      }),
      SEED,
    );
  });

  it("tells beforehand what it is going to do", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 20 }), ({ timetable, now }, count) => {
        const planned = planOf(timetable, now);
        fc.pre(E.isRight(planned));
        const told = actionsOf(planned.right.occurrences, count).map(
          ({ at: when, desireInstanceNumber }) => ({
            moment: Date.parse(when),
            size: desireInstanceNumber,
          }),
        );
        expect(told).toEqual(happeningsOf(timetable, now).slice(0, count));
      }),
      SEED,
    );
  });

  it("is planned alike later, but for what is over, and takes a policy of each name once", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 400 }), ({ timetable, now }, later) => {
        const planned = planOf(timetable, now);
        fc.pre(E.isRight(planned));
        const then = Math.min(now + later * DAY_MS, Date.parse(timetable.until));
        fc.pre(then >= now);
        const rest = planned.right.policies.filter(({ lastMinute }) => lastMinute > then / 60_000);
        const replanned = planOf(timetable, then);
        expect(E.isRight(replanned) && replanned.right.policies).toEqual(rest);
        const names = planned.right.policies.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
      SEED,
    );
  });

  it("never exceeds the quota silently", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 10 }), ({ timetable, now }, quota) => {
        const free = planOf(timetable, now);
        fc.pre(E.isRight(free));
        const bound = planTimetable({ ...timetable }, new Date(now), quota);
        expect(E.isRight(bound)).toBe(free.right.policies.length <= quota);
        if (E.isLeft(bound))
          expect(bound.left[0]?.reason).toContain(`needs ${free.right.policies.length} policies`);
      }),
      SEED,
    );
  });

  it("keeps all other policies when an entry is edited, but for times that clocks skip", () => {
    fc.assert(
      fc.property(world, change, ({ timetable, now }, edit) => {
        const [first, ...others] = timetable.timetable;
        fc.pre(first !== undefined);
        const before = planOf(timetable, now);
        const after = planOf({ ...timetable, timetable: [{ ...first, ...edit }, ...others] }, now);
        fc.pre(E.isRight(before) && E.isRight(after));
        const { skips } = clockOf(timetable.timeZone);
        const isSkipped = ({ scheduledPolicy }: PlannedPolicy) =>
          skips.has(Date.parse(scheduledPolicy.launchTime));
        const ofOthers = ({ policies }: Plan) =>
          policies.filter((policy) => !/^e0(?:-|$)/.test(policy.name) && !isSkipped(policy));
        expect(ofOthers(after.right)).toEqual(ofOthers(before.right));
      }),
      SEED,
    );
  });
});
