/** Numbers of a timetable and those of its group. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import type { Timetable, TimetableChange } from "./timetable";

const changesOf = ({
  timetable,
  exceptions = [],
}: Timetable): readonly (readonly [string, TimetableChange])[] => [
  ...timetable.map((entry, index) => [`timetable[${index}]`, entry] as const),
  ...exceptions.flatMap((exception, at) =>
    (exception.timetable ?? []).map(
      (change, index) => [`exceptions[${at}].timetable[${index}]`, change] as const,
    ),
  ),
];

/**
 * What AS would not carry out as it stands: it keeps the number of instances between the bounds of the group.
 *
 * @param min smallest number of the group; undefined if it is not known
 * @param max largest number of the group; undefined if it is not known
 */
export const boundFailures = (
  timetable: Timetable,
  min: number | undefined,
  max: number | undefined,
): readonly CheckFailure[] =>
  changesOf(timetable).flatMap(([path, { desireInstanceNumber: wanted }]) => {
    const property = `${path}.desireInstanceNumber`;
    if (min !== undefined && wanted < min)
      return [failure(property, `is ${wanted}: below minInstanceNumber, which is ${min}`)];
    return max !== undefined && wanted > max
      ? [failure(property, `is ${wanted}: above maxInstanceNumber, which is ${max}`)]
      : [];
  });
