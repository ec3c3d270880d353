/** The commands of the executable, and how each ends. */
import { resolve } from "node:path";
import { Command, CommanderError } from "commander";
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsError } from "../provider/core/error";
import { explain } from "../provider/core/message";
import { summaryOf, writeAdoption } from "./adopt/adopt";
import { readContent, type Selection } from "./adopt/live";
import { connect, type Connection } from "./connection";
import { examine } from "./doctor/doctor";
import { countOf, reportLines } from "./doctor/finding";
import type { Outlet } from "./outlet";
import { type RunProgram, runProgram } from "./stack-configuration";
import { versions } from "./versions";

/** How a command has ended, as the status of the process. */
export type Status = 0 | 1 | 2;

const STACK = "also use the otc:* configuration of this stack of the Pulumi project here";

interface StackOption {
  readonly stack?: string;
}

const doctor = async ({ stack }: StackOption, outlet: Outlet, run: RunProgram): Promise<Status> => {
  const connection = await connect(stack, outlet, run)();
  if (E.isLeft(connection)) {
    outlet.complain(explain(connection.left, { doing: "the examination", name: "" }));
    return 2;
  }
  const sections = await examine(connection.right)();
  for (const line of reportLines(sections)) outlet.say(line);
  return countOf(sections, "problem") > 0 ? 1 : 0;
};

/** Connects for a command whose output is not about the settings: what is doubtful about them goes to standard error. */
const connectFor = (
  stack: string | undefined,
  outlet: Outlet,
  run: RunProgram,
): TE.TaskEither<AsError, Connection> =>
  pipe(
    connect(stack, outlet, run),
    TE.chainFirstIOK(({ warnings }) => () => {
      for (const warning of warnings) outlet.complain(`warning: ${warning}`);
    }),
  );

interface AdoptOptions extends StackOption {
  readonly group?: string;
  readonly all?: true;
  readonly out: string;
  readonly force?: true;
}

const selectionOf = ({ group, all }: AdoptOptions): Selection | undefined => {
  if (group !== undefined) return all === undefined ? { group } : undefined;
  return all === undefined ? undefined : { all };
};

const adopt = async (options: AdoptOptions, outlet: Outlet, run: RunProgram): Promise<Status> => {
  const selection = selectionOf(options);
  if (selection === undefined) {
    outlet.complain("error: say which groups: either --group <id> or --all");
    return 2;
  }
  const directory = resolve(outlet.directory, options.out);
  const written = await pipe(
    connectFor(options.stack, outlet, run),
    TE.chain((connection) =>
      writeAdoption(connection, {
        selection,
        directory,
        force: options.force === true,
        versions: versions(outlet.directory, directory),
      }),
    ),
  )();
  if (E.isLeft(written)) {
    outlet.complain(explain(written.left, { doing: "writing the program", name: "" }));
    return 1;
  }
  for (const line of summaryOf(written.right)) outlet.say(line);
  return 0;
};

const contents = async (
  [configuration, part]: readonly [string, string],
  { stack }: StackOption,
  outlet: Outlet,
  run: RunProgram,
): Promise<Status> => {
  const found = await pipe(
    connectFor(stack, outlet, run),
    TE.chain(({ client }) => TE.fromEither(client)),
    TE.chain((client) => readContent(client, configuration, part)),
  )();
  if (E.isLeft(found)) {
    outlet.complain(explain(found.left, { doing: "reading the configuration", name: "" }));
    return 1;
  }
  outlet.say(found.right);
  return 0;
};

/** Runs the command that these arguments name. */
export const runCommandLine = async (
  args: readonly string[],
  outlet: Outlet,
  run: RunProgram = runProgram,
): Promise<Status> => {
  let status: Status = 0;
  const program = new Command("pulumi-otc-autoscaling")
    .description("Helpers for Auto Scaling on Open Telekom Cloud with Pulumi.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        outlet.say(text.trimEnd());
      },
      writeErr: (text) => {
        outlet.complain(text.trimEnd());
      },
    });
  program
    .command("doctor")
    .description(
      "Checks settings, sign-in, permissions and quotas, and says what is wrong. Writes nothing. Ends with 0 when there is no problem, with 1 when there is one, and with 2 when it could not be run.",
    )
    .option("--stack <name>", STACK)
    .action(async (options: StackOption) => {
      status = await doctor(options, outlet, run);
    });
  program
    .command("adopt")
    .description(
      "Writes a Pulumi project that takes over AS groups that exist, with everything attached to them. The service is only read.",
    )
    .option("--group <id>", "the AS group with this id")
    .option("--all", "all AS groups of the project")
    .requiredOption("--out <directory>", "where to write the project")
    .option("--force", "overwrite files that exist")
    .option("--stack <name>", STACK)
    .action(async (options: AdoptOptions) => {
      status = await adopt(options, outlet, run);
    });
  program
    .command("contents")
    .description(
      "Prints what an AS configuration puts into instances, and a line break after it. It may hold secrets: pipe it into `pulumi config set --secret`.",
    )
    .argument("<configuration>", "id of the AS configuration")
    .argument("<part>", "user-data, metadata, or file:<path>")
    .option("--stack <name>", STACK)
    .action(async (configuration: string, part: string, options: StackOption) => {
      status = await contents([configuration, part], options, outlet, run);
    });
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
};
