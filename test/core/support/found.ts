/** Settings in the three places that people use. */
import * as E from "fp-ts/Either";
import { decodeSettings, type Found, settingsWarnings } from "../../../provider/core/settings";
import { decodeCloud } from "../../../provider/core/settings/cloud";
import { revealed } from "./revealed";

/** Texts by their name. */
export type Bag = Readonly<Record<string, string | undefined>>;

/** What is set where. */
export interface Given {
  readonly environment?: Bag;
  readonly configuration?: Bag;
  /** The entry of the cloud `c` in `clouds.yaml`. */
  readonly entry?: unknown;
  /** The entry of the cloud `c` in `secure.yaml`. */
  readonly secure?: unknown;
}

const fileOf = (path: string, entry: unknown) => ({ path, content: { clouds: { c: entry } } });

/** Everything that was found; the cloud must be valid. */
export const found = ({ environment = {}, configuration = {}, entry, secure }: Given): Found => {
  const given = { environment, configuration: (key: string) => configuration[key] };
  if (entry === undefined && secure === undefined) return given;
  const cloud = decodeCloud("c", {
    ...(entry === undefined ? {} : { clouds: fileOf("clouds.yaml", entry) }),
    ...(secure === undefined ? {} : { secure: fileOf("secure.yaml", secure) }),
    lookedFor: [],
  });
  if (E.isLeft(cloud)) throw new Error(cloud.left.join("\n"));
  return { ...given, cloud: cloud.right };
};

/** The settings with their secrets revealed; they must be complete. */
export const settingsOf = (given: Given): unknown => {
  const settings = decodeSettings(found(given));
  if (E.isLeft(settings)) throw new Error(settings.left.problems.join("\n"));
  return revealed(settings.right);
};

/** Everything that is missing or wrong. */
export const problemsOf = (given: Given): readonly string[] => {
  const settings = decodeSettings(found(given));
  return E.isLeft(settings) ? settings.left.problems : [];
};

/** The warnings about settings that must be complete. */
export const warningsOf = (given: Given): readonly string[] => {
  const all = found(given);
  const settings = decodeSettings(all);
  if (E.isLeft(settings)) throw new Error(settings.left.problems.join("\n"));
  return settingsWarnings(all, settings.right);
};
