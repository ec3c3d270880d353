/** The body of a request as it is sent. One place makes it, because a signature covers it to the byte. */

export const JSON_TYPE = "application/json";

/** The text of a body; undefined if there is none. */
export const jsonText = (body: unknown): string | undefined =>
  body === undefined ? undefined : JSON.stringify(body);
