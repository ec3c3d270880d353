/**
 * A cloud of `clouds.yaml`, with what `secure.yaml` adds to it.
 *
 * @see https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html
 * @see https://python-otcextensions.readthedocs.io/en/latest/install/configuration.html
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import { isRecord, recordOf, type UnknownRecord } from "../record";
import { type Cloud, decodeEntries } from "./cloud-entry";

export type { Cloud } from "./cloud-entry";

/** A file that was read. Its scalars are texts, so that a password of digits stays what was written. */
export interface CloudsFile {
  readonly path: string;
  readonly content: unknown;
}

/** What was found of `clouds.yaml` and `secure.yaml`. */
export interface CloudsFiles {
  readonly clouds?: CloudsFile;
  readonly secure?: CloudsFile;
  /** Paths at which there could have been a `clouds.yaml`. */
  readonly lookedFor: readonly string[];
}

const cloudsIn = ({ path, content }: CloudsFile): E.Either<readonly string[], UnknownRecord> => {
  const clouds = recordOf(content)["clouds"];
  return isRecord(clouds) ? E.right(clouds) : E.left([`${path}: expected an object with clouds`]);
};

const notFound = (name: string, lookedFor: readonly string[], names: readonly string[]): string =>
  names.length === 0
    ? `cloud "${name}" is wanted, but there is no clouds.yaml: looked for ${lookedFor.join(", ")}`
    : `cloud "${name}" is wanted, but clouds.yaml has only ${names.join(", ")}`;

/** Reads a cloud, or says everything that is wrong with it, without the values. */
export const decodeCloud = (
  name: string,
  { clouds, secure, lookedFor }: CloudsFiles,
): E.Either<readonly string[], Cloud> =>
  pipe(
    // What `secure.yaml` says comes last, and counts more.
    [clouds, secure].flatMap((file) => (file === undefined ? [] : [cloudsIn(file)])),
    E.sequenceArray,
    E.chain((files) => {
      const entries = files.flatMap((each) => (Object.hasOwn(each, name) ? [each[name]] : []));
      return entries.length > 0
        ? decodeEntries(`cloud "${name}" of ${(clouds ?? secure)?.path ?? "clouds.yaml"}`, entries)
        : E.left([notFound(name, lookedFor, [...new Set(files.flatMap(Object.keys))])]);
    }),
  );
