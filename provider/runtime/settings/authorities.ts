/** The certificate authorities that the settings name. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import { readTextFile, resolved, type Whereabouts } from "./text-file";

const CERTIFICATE = "-----BEGIN CERTIFICATE-----";

/**
 * The PEM text of the authorities.
 *
 * @param caCert the path of a PEM file, or its text
 */
export const readAuthorities = (caCert: string, whereabouts: Whereabouts): E.Either<string, string> => {
  if (caCert.includes(CERTIFICATE)) return E.right(caCert);
  const path = resolved(whereabouts, caCert);
  return pipe(
    readTextFile(path),
    E.mapLeft((code) => `the certificate authorities in ${path} cannot be read (${code})`),
    E.filterOrElse(
      (text) => text.includes(CERTIFICATE),
      () => `${path} holds no certificate in PEM form`,
    ),
  );
};
