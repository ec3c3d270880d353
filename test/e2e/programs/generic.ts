/**
 * A program that is data: it declares the resources of `program.json`, so that a test edits a program without writing
 * one. In the arguments `{ "$output": ["web", "vpcId"] }` stands for an output of a resource declared before, and
 * `{ "$secret": value }` for a secret.
 */
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { AsGroup, InstanceRefresh, type AsGroupArgs, type InstanceRefreshArgs } from "pulumi-otc-autoscaling";

interface Declaration {
  readonly name: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** Look the group up by this id instead of declaring it. */
  readonly get?: string;
  /** An instance refresh, and no group. */
  readonly refresh?: true;
}

const declarations = JSON.parse(readFileSync("program.json", "utf8")) as readonly Declaration[];
const resources = new Map<string, pulumi.CustomResource>();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function outputOf([resource, property]: readonly string[]): unknown {
  return (resources.get(resource ?? "") as unknown as Record<string, unknown>)[property ?? ""];
}

function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isObject(value)) return value;
  if (Array.isArray(value["$output"])) return outputOf(value["$output"] as string[]);
  if ("$secret" in value) return pulumi.secret(value["$secret"]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member)]));
}

function declare({ name, args, get, refresh }: Declaration): pulumi.CustomResource {
  if (refresh === true) return new InstanceRefresh(name, resolve(args) as InstanceRefreshArgs);
  return get === undefined ? new AsGroup(name, resolve(args) as AsGroupArgs) : AsGroup.get(name, get);
}

for (const declaration of declarations) resources.set(declaration.name, declare(declaration));

const outputsOf = (resource: pulumi.CustomResource): Record<string, unknown> =>
  Object.fromEntries(Object.entries(resource).filter(([, member]) => pulumi.Output.isInstance(member)));

module.exports = Object.fromEntries([...resources].map(([name, resource]) => [name, outputsOf(resource)]));
