/** The configuration of a stack, read by the Pulumi CLI, which alone can decrypt it. */
import { execFile } from "node:child_process";
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { type AsError, misconfigured } from "../provider/core/error";
import { isRecord, recordOf } from "../provider/core/record";
import type { ReadConfiguration } from "../provider/core/settings/source";

/** Runs a program and gives its output, or why it failed. Injected, so that tests need no engine. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  directory: string,
) => Promise<E.Either<string, string>>;

/** What a failed program said, or that it could not be started. */
export const runProgram: RunProgram = (program, args, directory) =>
  new Promise((resolve) => {
    execFile(program, [...args], { cwd: directory }, (error, stdout, stderr) => {
      const said = stderr.trim() === "" ? (error?.message ?? "") : stderr.trim();
      resolve(error === null ? E.right(stdout) : E.left(said));
    });
  });

const valueOf = (entry: unknown): string | undefined => {
  const { value } = recordOf(entry);
  return typeof value === "string" ? value : undefined;
};

const parsed = (output: string): E.Either<AsError, ReadConfiguration> =>
  pipe(
    E.tryCatch(
      () => JSON.parse(output) as unknown,
      () => undefined,
    ),
    E.filterOrElse(isRecord, () => undefined),
    E.bimap(
      (): AsError => misconfigured(["`pulumi config --json` has printed something that is no JSON object"]),
      (entries) => (key: string) => valueOf(entries[key]),
    ),
  );

/** Reads the configuration of a stack of the project in this directory. Secrets stay in this process. */
export const stackConfiguration = (
  stack: string,
  directory: string,
  run: RunProgram,
): TE.TaskEither<AsError, ReadConfiguration> =>
  pipe(
    () =>
      run("pulumi", ["config", "--json", "--show-secrets", "--non-interactive", "--stack", stack], directory),
    TE.mapLeft((said): AsError =>
      misconfigured([`the configuration of stack ${stack} cannot be read by \`pulumi config\`: ${said}`]),
    ),
    TE.chainEitherK(parsed),
  );
