/** Signs in with the same settings as the provider: environment, stack configuration, clouds.yaml. */
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { type AsClient, createClient } from "../provider/api/client";
import type { AsError } from "../provider/core/error";
import type { Origin } from "../provider/core/settings/origin";
import { surroundings } from "../provider/runtime/process";
import { loadSettings, settingsFound } from "../provider/runtime/settings/load";
import type { Outlet } from "./outlet";
import { type RunProgram, stackConfiguration } from "./stack-configuration";

/** What the settings give. */
export interface Connection {
  /** Where each setting that counts has come from. */
  readonly origins: readonly Origin[];
  /** A client that signs in with its first request, or what is missing for it. */
  readonly client: E.Either<AsError, AsClient>;
  readonly warnings: readonly string[];
}

/** Looks for the settings. With a stack, also in its configuration. */
export const connect = (
  stack: string | undefined,
  { directory, home }: Pick<Outlet, "directory" | "home">,
  run: RunProgram,
): TE.TaskEither<AsError, Connection> =>
  pipe(
    stack === undefined ? TE.right(() => undefined) : stackConfiguration(stack, directory, run),
    TE.map((configuration): Connection => {
      const { variables: environment, http, clock } = surroundings();
      const given = { environment, configuration };
      const whereabouts = { directory, home };
      const loaded = loadSettings(given, whereabouts);
      return {
        origins: settingsFound(given, whereabouts),
        client: pipe(
          loaded,
          E.map((usable) => createClient(usable.settings, http(usable.http), clock.now)),
        ),
        warnings: E.isRight(loaded) ? loaded.right.warnings : [],
      };
    }),
  );
