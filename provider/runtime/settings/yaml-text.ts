/** Reading YAML whose content must not show in messages. */
import * as E from "fp-ts/Either";
import { type Document, LineCounter, parseDocument } from "yaml";

/** `BAD_INDENT` becomes `bad indent`; the library's own sentences quote the text. */
const inWords = (code: string): string => code.toLowerCase().replaceAll("_", " ");

const contentOf = (document: Document): E.Either<string, unknown> =>
  E.tryCatch(
    () => document.toJS() as unknown,
    () => "an alias without its anchor, or too many of them",
  );

/**
 * The content of a YAML or JSON text. Every scalar stays the text that was written, so that a password of digits is no
 * number. On failure the lines and what is wrong there.
 */
export const readYaml = (text: string): E.Either<string, unknown> => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    merge: true,
    lineCounter,
    prettyErrors: false,
    // Keeps the library's warnings, which quote the text, from being printed.
    logLevel: "error",
  });
  const wrong = [...document.errors, ...document.warnings].map(
    ({ code, pos }) => `line ${lineCounter.linePos(pos[0]).line}: ${inWords(code)}`,
  );
  return wrong.length > 0 ? E.left([...new Set(wrong)].join(", ")) : contentOf(document);
};
