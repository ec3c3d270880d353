/**
 * A program that is data: it declares the AS groups of `program.json`, so that a test edits a program without writing
 * one. In the arguments `{ "$output": ["web", "vpcId"] }` stands for an output of a group declared before, and
 * `{ "$secret": value }` for a secret.
 */
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { AsGroup, type AsGroupArgs } from "pulumi-otc-autoscaling";

interface Declaration {
  readonly name: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** Look the group up by this id instead of declaring it. */
  readonly get?: string;
}

const declarations = JSON.parse(readFileSync("program.json", "utf8")) as readonly Declaration[];
const groups = new Map<string, AsGroup>();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function outputOf([group, property]: readonly string[]): unknown {
  return (groups.get(group ?? "") as unknown as Record<string, unknown>)[property ?? ""];
}

function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isObject(value)) return value;
  if (Array.isArray(value["$output"])) return outputOf(value["$output"] as string[]);
  if ("$secret" in value) return pulumi.secret(value["$secret"]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member)]));
}

for (const { name, args, get } of declarations) {
  groups.set(
    name,
    get === undefined ? new AsGroup(name, resolve(args) as AsGroupArgs) : AsGroup.get(name, get),
  );
}

const outputsOf = (group: AsGroup): Record<string, unknown> =>
  Object.fromEntries(Object.entries(group).filter(([, member]) => pulumi.Output.isInstance(member)));

module.exports = Object.fromEntries([...groups].map(([name, group]) => [name, outputsOf(group)]));
