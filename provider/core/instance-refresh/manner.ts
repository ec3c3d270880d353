/** How an instance refresh goes about it: the arguments that it has as a resource and in its short form. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import { type Decoder, decoder, refine } from "../codec/decoder";
import { flag, integer, oneOf } from "../codec/scalar";
import { defaulted, type Members, structure } from "../codec/structure";
import { duration } from "../duration";

/** How instances are replaced. */
export interface RefreshManner {
  /** Instances that a batch may add beyond the desired number; 0: old ones are removed first. */
  readonly maxSurge: number;
  /** Percentage of the desired number that stays in service and healthy when old instances are removed first. */
  readonly minHealthyPercentage: number;
  /** Seconds between the end of a batch and the beginning of the next. */
  readonly pauseBetweenBatches: number;
  /** Leave instances alone that come from the group's present AS configuration. */
  readonly skipMatching: boolean;
  /** Old instances that are protected from scale-in: `"stop"` before anything is touched, or `"release"` them. */
  readonly protectedInstances: "stop" | "release";
  /** Seconds within which all instances have to be replaced. */
  readonly timeout: number;
}

const MOST_SURGE = 100;
const WHOLE_PERCENTAGE = 100;
const DEFAULT_TIMEOUT_SECONDS = 3600;

/** What holds for members that are not given. */
export const DEFAULT_MANNER: RefreshManner = {
  maxSurge: 1,
  minHealthyPercentage: WHOLE_PERCENTAGE,
  pauseBetweenBatches: 0,
  skipMatching: true,
  protectedInstances: "stop",
  timeout: DEFAULT_TIMEOUT_SECONDS,
};

/** How each member is read. */
export const mannerMembers: Members<RefreshManner> = {
  maxSurge: defaulted(integer(0, MOST_SURGE), DEFAULT_MANNER.maxSurge),
  minHealthyPercentage: defaulted(integer(0, WHOLE_PERCENTAGE), DEFAULT_MANNER.minHealthyPercentage),
  pauseBetweenBatches: defaulted(duration, DEFAULT_MANNER.pauseBetweenBatches),
  skipMatching: defaulted(flag, DEFAULT_MANNER.skipMatching),
  protectedInstances: defaulted(oneOf("stop", "release"), DEFAULT_MANNER.protectedInstances),
  timeout: defaulted(
    refine(
      duration,
      (seconds) => seconds > 0,
      'a duration such as "90s", "60m" or "1h30m", or seconds, from 1 second to 24 hours',
    ),
    DEFAULT_MANNER.timeout,
  ),
};

/** Without a surge, and with everything healthy all the time, nothing can be replaced. */
export const canReplace = ({
  maxSurge,
  minHealthyPercentage,
}: Pick<RefreshManner, "maxSurge" | "minHealthyPercentage">): boolean =>
  maxSurge > 0 || minHealthyPercentage < WHOLE_PERCENTAGE;

/** The least number of healthy instances in service while old ones are removed. */
export const leastHealthy = ({ minHealthyPercentage }: RefreshManner, wanted: number): number =>
  Math.ceil((minHealthyPercentage * wanted) / WHOLE_PERCENTAGE);

type ShortForm = Omit<RefreshManner, "skipMatching">;

const { skipMatching: _, ...shortMembers } = mannerMembers;

/** The names of the members that the short form may have. */
export const shortFormNames: readonly string[] = Object.keys(shortMembers);

const SHORT_FORM = `true, false, or an object with ${shortFormNames.join(", ")}; minHealthyPercentage below ${WHOLE_PERCENTAGE} when maxSurge is 0`;

const inDetail: Decoder<ShortForm> = refine(
  structure<ShortForm>(SHORT_FORM, shortMembers),
  canReplace,
  SHORT_FORM,
);

/** The short form: how instances are replaced when the group gets another AS configuration, or that they are not. */
export const refreshShortForm: Decoder<RefreshManner | false> = decoder(SHORT_FORM, (value, context) =>
  typeof value === "boolean"
    ? t.success(value ? DEFAULT_MANNER : false)
    : pipe(
        inDetail.validate(value, context),
        E.map((manner) => ({ ...manner, skipMatching: true })),
      ),
);
