/**
 * Finds and reads `clouds.yaml` and `secure.yaml`, each in the first place that has one.
 *
 * @see https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html
 */
import { join } from "node:path";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import type { CloudsFile, CloudsFiles } from "../../core/settings/cloud";
import type { Environment } from "../../core/settings/source";
import { isAbsence, readTextFile, resolved, type Whereabouts } from "./text-file";
import { readYaml } from "./yaml-text";

type Found = E.Either<readonly string[], CloudsFile | undefined>;

const ENDINGS = [".yaml", ".yml", ".json"];

const folders = ({ XDG_CONFIG_HOME }: Environment, { directory, home }: Whereabouts): readonly string[] => [
  directory,
  join(
    XDG_CONFIG_HOME === undefined || XDG_CONFIG_HOME === "" ? join(home, ".config") : XDG_CONFIG_HOME,
    "openstack",
  ),
  "/etc/openstack",
];

const parsed = (path: string, text: string): Found =>
  pipe(
    readYaml(text),
    E.bimap(
      (wrong) => [`${path} is not valid YAML: ${wrong}`],
      (content) => ({ path, content }),
    ),
  );

const unreadable = (path: string, code: string): Found => E.left([`${path} cannot be read (${code})`]);

/** The first of these files that is there. */
const firstOf = ([path, ...others]: readonly string[]): Found => {
  if (path === undefined) return E.right(undefined);
  const text = readTextFile(path);
  if (E.isRight(text)) return parsed(path, text.right);
  return isAbsence(text.left) ? firstOf(others) : unreadable(path, text.left);
};

/** The file that a variable names, which must be there. */
const named = (path: string): Found => {
  const text = readTextFile(path);
  return E.isRight(text) ? parsed(path, text.right) : unreadable(path, text.left);
};

/** Reads both files. A file that is there but cannot be used is a problem; a missing one is not. */
export const readCloudsFiles = (
  environment: Environment,
  whereabouts: Whereabouts,
): E.Either<readonly string[], CloudsFiles> => {
  const { OS_CLIENT_CONFIG_FILE: ownClouds, OS_CLIENT_SECURE_FILE: ownSecure } = environment;
  const find = (own: string | undefined, name: string): Found =>
    own === undefined || own === ""
      ? firstOf(
          folders(environment, whereabouts).flatMap((folder) =>
            ENDINGS.map((end) => join(folder, `${name}${end}`)),
          ),
        )
      : named(resolved(whereabouts, own));
  const clouds = find(ownClouds, "clouds");
  const secure = find(ownSecure, "secure");
  const problems = [clouds, secure].flatMap((file) => (E.isLeft(file) ? file.left : []));
  if (E.isLeft(clouds) || E.isLeft(secure)) return E.left(problems);
  return E.right({
    ...(clouds.right === undefined ? {} : { clouds: clouds.right }),
    ...(secure.right === undefined ? {} : { secure: secure.right }),
    lookedFor: folders(environment, whereabouts).map((folder) => join(folder, "clouds.yaml")),
  });
};
