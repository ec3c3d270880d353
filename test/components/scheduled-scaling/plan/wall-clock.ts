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

/** What a clock shows, as if it showed UTC, to when it shows it first. */
type Clock = ReadonlyMap<number, number>;

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
  const clock = new Map<number, number>();
  for (let moment = FIRST; moment < END; moment += STEP_MS) {
    // 24/12/2026, 19:00
    const [day, month, year, hour, minute] = format.format(moment).split(/\D+/).map(Number);
    const shown = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute);
    if (!clock.has(shown)) clock.set(shown, moment);
  }
  return clock;
}

function clockOf(timeZone: string): Clock {
  const clock = clocks.get(timeZone) ?? readClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

/** When the clock shows a time; one that it skips comes when it would have come without the change. */
function whenShown(clock: Clock, wanted: number): number {
  for (let before = wanted; before > wanted - DAY_MS; before -= STEP_MS) {
    const moment = clock.get(before);
    if (moment !== undefined) return moment + wanted - before;
  }
  throw new Error(`no clock shows ${new Date(wanted).toISOString()}`);
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

/** Everything that a timetable with an end wants after a moment, in its order. */
export function happeningsOf(
  timetable: Timetable & { readonly until: string },
  after: number,
): readonly Happening[] {
  const clock = clockOf(timetable.timeZone);
  const happenings: Happening[] = [];
  const last = Date.parse(timetable.until);
  for (let day = Math.floor(after / DAY_MS) * DAY_MS - DAY_MS; day <= last; day += DAY_MS) {
    for (const { at, desireInstanceNumber } of changesOn(timetable, new Date(day))) {
      const wanted = Date.parse(`${new Date(day).toISOString().slice(0, 10)}T${at}Z`);
      const moment = whenShown(clock, wanted);
      if (moment > after) happenings.push({ moment, size: desireInstanceNumber });
    }
  }
  return happenings.sort((one, other) => one.moment - other.moment || one.size - other.size);
}
