/** A file that a shell sources, so that its commands reach the playground. Pure. */

/** What the file sets. */
export interface ShellSettings {
  /** Go before the PATH. */
  readonly directories: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** A text as one word of a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Settings of the person who sources it must not reach the stack: another account, another backend. */
const FORGET =
  "for name in $(env | sed -n 's/=.*//p' | grep -E '^(OS|OTC|PULUMI)_'); do unset \"$name\"; done";

/** The file; for every POSIX shell. */
export function shellFile({ directories, variables }: ShellSettings): string {
  const exports = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`);
  return [
    "# Made by `make playground`, good while it runs: . ./env",
    FORGET,
    `export PATH=${directories.map((directory) => `${quoted(directory)}:`).join("")}"$PATH"`,
    ...exports,
    "",
  ].join("\n");
}
