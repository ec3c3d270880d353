/** Whether an `Accept` header asks for the page, or for a document of the API. */

/** The quality of a media type that is named; 0 when it is not named or not wanted. */
function quality(accept: string, type: string): number {
  for (const range of accept.split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    if (name !== type) continue;
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
  }
  return 0;
}

/** Browsers name `text/html`; clients of the API name JSON, anything (`*` + `/*`), or nothing. */
export function wantsPage(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const html = quality(accept, "text/html");
  return html > 0 && html >= quality(accept, "application/json");
}
