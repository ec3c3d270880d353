/** The page that says of each field of a group when it may change, and what happens when it may not. */
import { format } from "prettier";
import type { LockedChangeMode } from "../../../provider/core/as-group/arguments";
import { type Field, fieldNames, fields } from "../../../provider/core/as-group/fields";
import { type LockClass, unmet } from "../../../provider/core/as-group/lock";
import { code, table } from "../support/markdown";
import { LISTENER, type LockedCase } from "./cases";
import type { Situation } from "./codes";
import { decisionOf, type State } from "./decision";

/** With which code the service refuses a change in each situation. */
export type Answers = Readonly<Record<Situation, string | undefined>>;
export type Refusals = ReadonlyMap<LockedCase, Answers>;

/** A group for which no precondition holds. */
const BUSY = {
  scalingGroupStatus: "INSERVICE",
  currentInstanceNumber: 3,
  desireInstanceNumber: 3,
  isScaling: true,
} as const;

const EMPTY = { desireInstanceNumber: 0, minInstanceNumber: 0 };

const states: Readonly<Record<Situation, State>> = {
  running: {},
  scaling: { live: { isScaling: true } },
  "paused and empty": {
    live: { scalingGroupStatus: "PAUSED", currentInstanceNumber: 0, ...EMPTY },
    wanted: { enable: false, ...EMPTY },
  },
};

const situations = Object.keys(states) as readonly Situation[];

const linkTo = (answer: string): string =>
  `[${answer}](error-catalogue.md#${answer.toLowerCase().replace(".", "")})`;

const needs = (lockClass: LockClass): string => {
  if (lockClass === "free") return "nothing: a free field changes at any time";
  if (lockClass === "fixed") return "another group: the field never changes on this one";
  return unmet(lockClass, BUSY)
    .map(({ sentence }) => sentence)
    .join(", ");
};

const show = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? "none" : JSON.stringify(value);
  return value === "" ? "none" : code(JSON.stringify(value));
};

/** What taking the argument out of the program does. */
const removal = ({ whenRemoved }: Field<unknown>): string => {
  if (whenRemoved === "kept") return "stays as it is";
  const [alone, balanced] = [false, true].map((each) =>
    show(whenRemoved({ zonesAreOrdered: false, balanced: each })),
  );
  return alone === balanced ? `becomes ${alone}` : `becomes ${alone}, with a load balancer ${balanced}`;
};

const overview = (): string =>
  table(
    ["field", "class", "taken out of the program, it"],
    [
      ...fieldNames.map((name) => {
        const field = fields[name] as Field<unknown>;
        const classes =
          field.lockClassOf === undefined ? field.lockClass : `${field.lockClass}, in part settled`;
        return [code(name), classes, removal(field)];
      }),
      [code("vpcId"), "fixed", "cannot be taken out: it is required"],
    ],
  );

const classOf = ({ field, wanted }: LockedCase): LockClass => {
  if (field === "vpcId") return "fixed";
  const { lockClass, lockClassOf } = fields[field] as Field<unknown>;
  return lockClassOf?.(wanted[field], [LISTENER]) ?? lockClass;
};

const modes: readonly LockedChangeMode[] = ["fail", "drain", "replace"];

/** One row where the mode makes no difference. */
const decisions = (each: LockedCase): string =>
  table(
    ["the group is", code("lockedChange"), "the preview says"],
    situations.flatMap((situation) => {
      const said = modes.map((mode) => decisionOf(each, mode, states[situation]));
      return new Set(said).size === 1
        ? [[situation, "any", said[0] ?? ""]]
        : modes.map((mode, index) => [situation, code(JSON.stringify(mode)), said[index] ?? ""]);
    }),
  );

const refusals = (answers: Answers): string => {
  const codes = [...new Set(situations.flatMap((situation) => answers[situation] ?? []))];
  const where = (answer: string): string =>
    situations.filter((situation) => answers[situation] === answer).join(", ");
  return codes.length === 0
    ? ""
    : `Whoever does not look first is answered ${codes.map((answer) => `${linkTo(answer)} (${where(answer)})`).join(" or ")}.`;
};

const section = (each: LockedCase, answers: Answers): string => {
  const lockClass = classOf(each);
  return [
    `## ${each.heading}`,
    `**${lockClass}** – needs ${needs(lockClass)}. ${refusals(answers)}`.trim(),
    decisions(each),
  ].join("\n\n");
};

/** The page, as it is in the repository. */
export const lockedFieldsPage = (answered: Refusals): Promise<string> => {
  const text = [
    "# Locked fields",
    "When each field of an AS group may change, what a preview decides when it may not, and what it means to take the argument out of the program. Which modes there are, and how to choose, is told in the [README](../../README.md#lockedchange); how a plan is carried out, in [Changes](changes.md#plans).",
    "This page is written by a test, `test/tools/locked-fields`: from the table by which the code decides, with the decisions that it makes, and the codes with which the simulator refuses the change.",
    "## All fields",
    overview(),
    "Everything else that a program may give is no field of the group and changes at any time: `enable`, `tags` and what steers this package.",
    ...[...answered].map(([each, answers]) => section(each, answers)),
  ].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 110 });
};
