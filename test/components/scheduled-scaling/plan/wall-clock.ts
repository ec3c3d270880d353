/** Another reading of timetables: what clocks show, looked up a quarter of an hour at a time. */
import type {
  Timetable,
  TimetableChange,
  TimetableEntry,
} from "../../../../components/scheduled-scaling/plan/timetable";

const STEP_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const FIRST = Date.parse("2025-12-01T00:00Z");
const END = Date.parse("2028-02-01T00:00Z");

/** How far a clock has come, as if it showed UTC. It is set back now and then, and has come as far all the same. */
interface Clock {
  /** A time that it shows or skips, to the moment at which it has come that far. */
  readonly moments: ReadonlyMap<number, number>;
  /** A moment, to how far it has come. */
  readonly times: ReadonlyMap<number, number>;
  /** Moments at which it skips something. */
  readonly skips: ReadonlySet<number>;
}

const clocks = new Map<string, Clock>();

function readClock(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const clock = {
    moments: new Map<number, number>(),
    times: new Map<number, number>(),
    skips: new Set<number>(),
  };
  let come: number | undefined;
  for (let moment = FIRST; moment < END; moment += STEP_MS) {
    // 24/12/2026, 19:00
    const [day, month, year, hour, minute] = format.format(moment).split(/\D+/).map(Number);
    const shown = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute);
    come ??= shown - STEP_MS;
    if (shown > come + STEP_MS) clock.skips.add(moment);
    for (; come < shown; come += STEP_MS) clock.moments.set(come + STEP_MS, moment);
    clock.times.set(moment, come);
  }
  return clock;
}

export function clockOf(timeZone: string): Clock {
  const clock = clocks.get(timeZone) ?? readClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

const NAMES = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

function applies(
  { days = "daily", daysOfMonth, from = "", until = "9" }: TimetableEntry,
  date: Date,
): boolean {
  const text = date.toISOString().slice(0, 10);
  if (text < from || text > until) return false;
  const isLast = new Date(date.getTime() + DAY_MS).getUTCDate() === 1;
  if (daysOfMonth !== undefined)
    return daysOfMonth.includes(date.getUTCDate()) || (isLast && daysOfMonth.includes("last"));
  const name = NAMES[date.getUTCDay()] ?? "monday";
  const isWeekend = name === "saturday" || name === "sunday";
  if (days === "daily") return true;
  if (days === "weekdays") return !isWeekend;
  if (days === "weekends") return isWeekend;
  return days.includes(name);
}

function changesOn({ timetable, exceptions = [] }: Timetable, date: Date): readonly TimetableChange[] {
  const text = date.toISOString().slice(0, 10);
  const exception = exceptions.find(({ from, until = from }) => from <= text && text <= until);
  if (exception !== undefined) return exception.timetable ?? [];
  return timetable.filter((entry) => applies(entry, date));
}

/** Something that happens. */
export interface Happening {
  readonly moment: number;
  readonly size: number;
}

/** What a timetable wants on a day, with the times as if the clock showed UTC. */
function wantedOn(
  timetable: Timetable,
  day: number,
): readonly { readonly time: number; readonly size: number }[] {
  const date = new Date(day);
  return changesOn(timetable, date).map(({ at, desireInstanceNumber }) => ({
    time: Date.parse(`${date.toISOString().slice(0, 10)}T${at}Z`),
    size: desireInstanceNumber,
  }));
}

/** The numbers that a timetable wants at a moment: those of the latest time to which the clock has come. */
export function wantedAt(timetable: Timetable, moment: number): readonly number[] {
  const come = clockOf(timetable.timeZone).times.get(moment) ?? Number.NaN;
  for (let day = Math.floor(come / DAY_MS) * DAY_MS; day >= FIRST; day -= DAY_MS) {
    const past = wantedOn(timetable, day).filter(({ time }) => time <= come);
    const latest = Math.max(...past.map(({ time }) => time));
    if (past.length > 0) return past.filter(({ time }) => time === latest).map(({ size }) => size);
  }
  return [];
}

/** Everything that a timetable with an end wants after a moment, in its order. Of times that come at once the latest counts. */
export function happeningsOf(
  timetable: Timetable & { readonly until: string },
  after: number,
): readonly Happening[] {
  const { moments } = clockOf(timetable.timeZone);
  const last = Date.parse(timetable.until);
  const wanted = [];
  for (let day = Math.floor(after / DAY_MS) * DAY_MS - DAY_MS; day <= last; day += DAY_MS)
    wanted.push(...wantedOn(timetable, day));
  const latest = new Map<number | undefined, number>();
  for (const { time } of wanted)
    latest.set(moments.get(time), Math.max(latest.get(moments.get(time)) ?? time, time));
  return wanted
    .filter(({ time }) => latest.get(moments.get(time)) === time)
    .map(({ time, size }) => ({ moment: moments.get(time) ?? Number.NaN, size }))
    .filter(({ moment }) => moment > after)
    .sort((one, other) => one.moment - other.moment || one.size - other.size);
}
