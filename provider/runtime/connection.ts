/** A client from what this process and its user say: settings from everywhere, the machine's HTTP and clock. */
import { homedir } from "node:os";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import { createClient, type AsClient } from "../api/client";
import type { AsError } from "../core/error";
import type { ReadConfiguration } from "../core/settings/source";
import { surroundings } from "./process";
import { loadSettings } from "./settings/load";

/**
 * A client of its own session. It signs in with its first request.
 *
 * @param configuration reads the stack's configuration
 * @param warn tells what the user should know about the settings
 */
export const connect = (
  configuration: ReadConfiguration,
  warn: (warning: string) => void,
): E.Either<AsError, AsClient> => {
  const { variables: environment, http, clock } = surroundings();
  return pipe(
    loadSettings({ environment, configuration }, { directory: process.cwd(), home: homedir() }),
    E.map(({ settings, http: options, warnings }) => {
      warnings.forEach(warn);
      return createClient(settings, http(options), clock.now);
    }),
  );
};
