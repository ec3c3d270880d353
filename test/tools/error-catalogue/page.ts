/** The page that says of each error what it means, what the package does about it, and what there is left to do. */
import { format } from "prettier";
import type { AsCode, AsCodes } from "../../../provider/core/as-code/entry";
import { REPORT_BUG } from "../../../provider/core/as-code/entry";
import { configurationCodes } from "../../../provider/core/as-code/configuration";
import { generalCodes } from "../../../provider/core/as-code/general";
import { groupCodes } from "../../../provider/core/as-code/group";
import { handled, type Handling } from "../../../provider/core/as-code/handling";
import { hookCodes } from "../../../provider/core/as-code/hook";
import { instanceCodes } from "../../../provider/core/as-code/instance";
import { logCodes } from "../../../provider/core/as-code/log";
import { policyCodes } from "../../../provider/core/as-code/policy";
import { surroundingCodes } from "../../../provider/core/as-code/surroundings";
import { explain } from "../../../provider/core/message";
import { code as inCode, table } from "../support/markdown";
import { saidAhead } from "./ahead";
import { errorKinds, type ErrorKind } from "./kinds";
import { leftOut } from "./left-out";
import { mistakes } from "./mistakes";

/** The codes, family by family. */
const families: Readonly<Record<string, AsCodes>> = {
  "Any operation": generalCodes,
  "AS configurations": configurationCodes,
  "AS groups": groupCodes,
  "AS policies": policyCodes,
  Instances: instanceCodes,
  "Lifecycle hooks": hookCodes,
  "Logs of scaling actions and of executions of policies": logCodes,
  "Tags, projects and quotas of other services": surroundingCodes,
};

const handlings: readonly Handling[] = Object.values(handled);

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** What the package does about a code, one sentence each; none where it stops and reports. */
const doings = (name: string): readonly string[] => {
  const mistake = mistakes[name];
  const said = saidAhead[name];
  return [
    ...(mistake === undefined
      ? []
      : [`finds the mistake in ${inCode(mistake.blamed)} at preview, before anything is sent`]),
    ...(said === undefined ? [] : [`says at preview: _${said}_`]),
    ...new Set(handlings.filter(({ codes }) => codes.includes(name)).map(({ does }) => does)),
  ];
};

const entry = (name: string, { meaning, next }: AsCode): string => {
  if (next === REPORT_BUG)
    return [`### ${name}`, `${sentence(meaning)} The package never asks for this.`, `- you: ${next}`].join(
      "\n\n",
    );
  const done = doings(name);
  const what = done.length === 0 ? ["stops, and reports it with the next step"] : done;
  return [
    `### ${name}`,
    sentence(meaning),
    [...what.map((each) => `- the package ${each}`), `- you: ${next}`].join("\n"),
  ].join("\n\n");
};

const family = ([title, codes]: [string, AsCodes]): string =>
  [`## ${title}`, ...Object.entries(codes).map(([name, each]) => entry(name, each))].join("\n\n");

const OBJECT = { name: "web-a69861d", id: "10d4e8eb-2af2-4f26-865a-881cd424e42a" };

const kind = ({ heading, means, does, doing, sample }: ErrorKind): string =>
  [
    `### ${heading}`,
    sentence(means),
    `The package ${does}.`,
    `\`\`\`console\n${explain(sample, { doing, ...OBJECT })}\n\`\`\``,
  ].join("\n\n");

const linkTo = (name: string): string => `[${name}](#${name.toLowerCase().replaceAll(".", "")})`;

/** What is handled, from the handling to the codes. */
const overview = (): string => {
  const byDoing = new Map<string, Set<string>>();
  for (const { codes, does } of handlings)
    byDoing.set(does, new Set([...(byDoing.get(does) ?? []), ...codes]));
  return table(
    ["the package …", "at"],
    [...byDoing].map(([does, codes]) => [does, [...codes].sort().map(linkTo).join(", ")]),
  );
};

/** Which codes of the documents are not on the page, and why. */
const absent = (): string =>
  leftOut.map(({ codes, because }) => `${codes.join(", ")}, because ${because}`).join("; ");

/** The page, as it is in the repository. */
export const errorCatalogue = (): Promise<string> => {
  const count = Object.values(families).flatMap((codes) => Object.keys(codes)).length;
  const text = [
    "# Error catalogue",
    `What can go wrong, what the package does about it by itself, and what is left for you: [its own kinds of errors](#kinds-of-errors), then the ${count} codes of the service that its operations can be answered with. A code has an anchor of its own, such as [\`#as2030\`](#as2030). Every message says what the code means and what to do next; how to read one is told in [Changes](changes.md#reading-a-message).`,
    `Codes of the documents that are left out: ${absent()}. A code that this package does not know is shown with the words of the service.`,
    "This page is written by a test, `test/tools/error-catalogue`, from the data by which the code decides. That a mistake is found at preview is shown there, by such a mistake.",
    "## Handled by the package",
    "What is repeated ends with the time-out of the operation (`timeouts`). Besides, reads, modifications and deletions are repeated after network faults, 429 and 5xx, whatever their code.",
    overview(),
    "## Kinds of errors",
    ...Object.values(errorKinds).map(kind),
    ...Object.entries(families).map(family),
  ].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 110 });
};
