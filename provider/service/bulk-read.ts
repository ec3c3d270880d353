/**
 * Reading many things in as few calls as possible: all at once where that is cheaper and allowed, one at a time
 * elsewhere, and never older than our own last write.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import type { Clock } from "../wait/clock";
import { isForbidden } from "./forbidden";
import { createSharedRead, createTimeline, type Dated, type Moment, type SharedRead } from "./shared-read";

/** The two ways to read a thing. */
export interface BulkPorts<All, One> {
  /** Reads all of them. */
  readonly all: TE.TaskEither<AsError, All>;
  /** How many calls it took to read all of them. */
  readonly callsFor: (all: All) => number;
  /** What an answer about all says about one; none when it does not settle it, and that one must be read alone. */
  readonly pick: (all: All, id: string) => O.Option<One>;
  /** Reads one. */
  readonly one: (id: string) => TE.TaskEither<AsError, One>;
}

/** Things that are read together. */
export interface BulkRead<All, One> {
  /** All of them, by a read that begins after this call. */
  readonly all: TE.TaskEither<AsError, All>;
  /** One of them, at most `maxAgeMs` old, and read after its last invalidation. */
  readonly find: (id: string) => TE.TaskEither<AsError, One>;
  /** Some of them, by reads that begin after this call. */
  readonly fresh: (ids: readonly string[]) => TE.TaskEither<AsError, ReadonlyMap<string, One>>;
  /** Says that what has been read of this one so far no longer holds. */
  readonly invalidate: (id: string) => void;
}

interface Begun {
  readonly began: Moment;
}

const isAfter = ({ began }: Begun, other: Moment | undefined): boolean =>
  other === undefined || began.order > other.order;

/** Reads together, and remembers for a short time what has been read. */
export const createBulkRead = <All, One>(
  ports: BulkPorts<All, One>,
  clock: Clock,
  maxAgeMs: number,
): BulkRead<All, One> => {
  const moment = createTimeline(clock);
  const singles = new Map<string, SharedRead<One>>();
  const invalidations = new Map<string, Moment>();
  let callsForAll = 1;
  let isAllForbidden = false;

  const bulk = createSharedRead(
    pipe(
      ports.all,
      TE.chainFirstIOK((all) => () => {
        callsForAll = ports.callsFor(all);
      }),
      TE.orElseFirstIOK((error) => () => {
        isAllForbidden ||= isForbidden(error);
      }),
    ),
    moment,
  );

  const isYoung = ({ began }: Begun): boolean => clock.now() - began.at <= maxAgeMs;
  const isCurrent = (reading: Begun, id: string): boolean => isAfter(reading, invalidations.get(id));

  const alone = (id: string): TE.TaskEither<AsError, Dated<One>> => {
    const single = singles.get(id) ?? createSharedRead(ports.one(id), moment);
    singles.set(id, single);
    return single.next;
  };

  /** One out of an answer about all; alone when that answer is refused or does not settle it. */
  const among = (all: TE.TaskEither<AsError, Dated<All>>, id: string): TE.TaskEither<AsError, Dated<One>> =>
    pipe(
      all,
      TE.map(({ began, value }) =>
        pipe(
          ports.pick(value, id),
          O.map((one): Dated<One> => ({ began, value: one })),
        ),
      ),
      TE.orElse((error) => (isForbidden(error) ? TE.right(O.none) : TE.left(error))),
      TE.chain(O.match(() => alone(id), TE.right)),
    );

  /** The newest reading that may be used, or else the cheapest new one. */
  const recent = (id: string): TE.TaskEither<AsError, Dated<One>> => {
    const ofAll = bulk.latest();
    const ofOne = singles.get(id)?.latest();
    const isUsable = (reading: Begun): boolean => isYoung(reading) && isCurrent(reading, id);
    if (ofOne !== undefined && isUsable(ofOne) && isAfter(ofOne, ofAll?.began)) return ofOne.answer;
    if (ofAll !== undefined && isUsable(ofAll)) return among(ofAll.answer, id);
    // Others still use a young answer about all, so only this one has to be read again.
    const othersAreServed = ofAll !== undefined && isYoung(ofAll);
    if (isAllForbidden || (othersAreServed && callsForAll > 1)) return alone(id);
    return among(bulk.next, id);
  };

  /** Reads again when the thing was invalidated while it was being read. */
  const ifCurrent =
    (id: string) =>
    (reading: Dated<One>): TE.TaskEither<AsError, One> =>
      isCurrent(reading, id) ? TE.right(reading.value) : find(id);

  const find =
    (id: string): TE.TaskEither<AsError, One> =>
    () =>
      pipe(recent(id), TE.chain(ifCurrent(id)))();

  const fresh =
    (ids: readonly string[]): TE.TaskEither<AsError, ReadonlyMap<string, One>> =>
    () => {
      const distinct = [...new Set(ids)];
      const together = !isAllForbidden && distinct.length >= callsForAll;
      return pipe(
        distinct,
        TE.traverseArray((id) =>
          pipe(
            together ? among(bulk.next, id) : alone(id),
            TE.chain(ifCurrent(id)),
            TE.map((one) => [id, one] as const),
          ),
        ),
        TE.map((entries) => new Map(entries)),
      )();
    };

  return {
    all: pipe(
      bulk.next,
      TE.map(({ value }) => value),
    ),
    find,
    fresh,
    invalidate: (id) => {
      invalidations.set(id, moment());
    },
  };
};
