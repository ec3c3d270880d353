/** Collects the settings from everywhere: variables, stack configuration and files. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import type { HttpOptions } from "../../api/http";
import { type Misconfigured, misconfigured } from "../../core/error";
import {
  authoritiesOf,
  cloudName,
  decodeSettings,
  type Found,
  settingOrigins,
  type Settings,
  settingsWarnings,
} from "../../core/settings";
import type { Origin } from "../../core/settings/origin";
import { decodeCloud } from "../../core/settings/cloud";
import { readAuthorities } from "./authorities";
import { readCloudsFiles } from "./clouds-files";
import type { Whereabouts } from "./text-file";

/** Settings that can be used. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly http: Pick<HttpOptions, "ca" | "insecure">;
  /** What the user should know. */
  readonly warnings: readonly string[];
}

type Given = Omit<Found, "cloud">;

/** Files are only looked at when a cloud is named. */
const withCloud = (given: Given, whereabouts: Whereabouts): E.Either<readonly string[], Found> => {
  const name = cloudName(given);
  return name === undefined
    ? E.right(given)
    : pipe(
        readCloudsFiles(given.environment, whereabouts),
        E.chain((files) => decodeCloud(name, files)),
        E.map((cloud) => ({ ...given, cloud })),
      );
};

const withAuthorities = (found: Found, whereabouts: Whereabouts): E.Either<Misconfigured, LoadedSettings> => {
  const settings = decodeSettings(found);
  const { caCert, ways } = authoritiesOf(found);
  const ca = caCert === undefined ? E.right(undefined) : readAuthorities(caCert, whereabouts);
  if (E.isLeft(ca))
    return E.left(
      misconfigured([...(E.isLeft(settings) ? settings.left.problems : []), `${ca.left}: ${ways}`]),
    );
  return pipe(
    settings,
    E.map((usable) => ({
      settings: usable,
      http: {
        ...(ca.right === undefined ? {} : { ca: ca.right }),
        ...(usable.insecure === true ? { insecure: true } : {}),
      },
      warnings: settingsWarnings(found, usable),
    })),
  );
};

/** Where the settings that count have come from. A cloud that cannot be read tells nothing. */
export const settingsFound = (given: Given, whereabouts: Whereabouts): readonly Origin[] =>
  pipe(
    withCloud(given, whereabouts),
    E.getOrElse(() => given),
    settingOrigins,
  );

/** The settings, or everything that is missing or wrong. What is wrong with a cloud hides what it would have told. */
export const loadSettings = (
  given: Given,
  whereabouts: Whereabouts,
): E.Either<Misconfigured, LoadedSettings> =>
  pipe(
    withCloud(given, whereabouts),
    E.mapLeft(misconfigured),
    E.chain((found) => withAuthorities(found, whereabouts)),
  );
