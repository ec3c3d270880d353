/** Writes the Pulumi project that takes over live groups. */
import { basename, resolve } from "node:path";
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsError } from "../../provider/core/error";
import type { Connection } from "../connection";
import { counted } from "../../provider/core/as-group/step";
import { readGroups, type Selection } from "./live";
import { type LiveGroups, programFiles } from "./program";
import { projectFiles, type Versions } from "./project-files";
import { writeFiles } from "./write-files";

/** What is to be written, and where. */
export interface AdoptionRequest {
  readonly selection: Selection;
  readonly directory: string;
  readonly force: boolean;
  readonly versions: Versions;
}

/** What was written. */
interface Written extends LiveGroups {
  readonly directory: string;
  readonly paths: readonly string[];
}

/** A project's name keeps to letters, digits, `-`, `_` and `.`. */
const projectName = (directory: string): string =>
  basename(directory)
    .replace(/[^A-Za-z0-9_.-]+/g, "-")
    .replace(/^[-.]+/, "") || "adopted";

/** Reads the live groups and writes the project. The service is only read. */
export const writeAdoption = (
  { client }: Connection,
  { selection, directory, force, versions }: AdoptionRequest,
): TE.TaskEither<AsError, Written> =>
  pipe(
    TE.fromEither(client),
    TE.chain((signedIn) => readGroups(signedIn, selection)),
    TE.chainEitherK((live) => {
      const whole = resolve(directory);
      const secrets = live.groups.flatMap(({ group, configuration, attached }) =>
        [group, ...(configuration === undefined ? [] : [configuration]), ...attached].flatMap(
          (each) => each.secrets,
        ),
      );
      const unique = [...new Map(secrets.map((secret) => [secret.key, secret])).values()];
      const files = new Map([...projectFiles(projectName(whole), unique, versions), ...programFiles(live)]);
      return pipe(
        writeFiles(whole, files, force),
        E.map((paths) => ({ directory: whole, paths, ...live })),
      );
    }),
  );

/** A hook's free text is in the program itself, unlike what an AS configuration puts into instances. */
const plainText = ({ groups }: LiveGroups): readonly string[] => {
  const hooks = groups
    .flatMap(({ attached }) => attached)
    .filter(({ resource, args }) => resource === "LifecycleHook" && "notificationMetadata" in args);
  return hooks.length === 0
    ? []
    : [
        `in plain text: notificationMetadata of lifecycle ${hooks.length === 1 ? "hook" : "hooks"} ${hooks.map(({ name }) => name).join(", ")}; if it holds a secret, put it into the stack's configuration before the project is committed`,
      ];
};

/** What a person reads afterwards. */
export const summaryOf = ({ directory, paths, ...live }: Written): readonly string[] => [
  `wrote ${paths.length} files to ${directory}: ${paths.join(", ")}`,
  ...live.groups.map(
    ({ group, configuration, attached }) =>
      `AS group ${group.name}: ${counted((configuration === undefined ? 0 : 1) + attached.length, "attached object")}`,
  ),
  ...live.leftOut.map((sentence) => `left out: ${sentence}`),
  ...plainText(live),
  "next: README.md there says what to do",
];
