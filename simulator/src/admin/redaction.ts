/** Blanks the secrets of a JSON body. */

const SECRETS = new Set(["adminPass", "admin_pass", "password", "personality", "user_data"]);

/** What stands in the place of a secret. */
const BLANK = "(blanked)";

/** A copy in which every property that may hold a secret is blanked, however deep it lies. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRETS.has(name) ? BLANK : redact(inner)]),
  );
}
