/** Moments as the API writes them: UTC, whole seconds. */

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** For example `2026-01-31T08:00:00Z`. */
export const timestamp = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, "Z");

/** Whether a text has the form of {@link timestamp} and names a moment. */
export const isTimestamp = (text: string): boolean =>
  PATTERN.test(text) && !Number.isNaN(new Date(text).getTime());
