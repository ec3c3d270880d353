/**
 * Quotas in answers of the service.
 *
 * @see as_06_0701, as_06_0702
 */
import { identifier, integer, object, optional, rows } from "./wire";

const quota = object("a quota with type and quota", {
  type: identifier,
  used: optional(integer),
  quota: integer,
  max: optional(integer),
  min: optional(integer),
});

/** The quotas of the project, or of a group. */
export const quotasAnswer = object("an object with quotas", {
  quotas: object("an object with resources", { resources: rows(quota) }),
});
