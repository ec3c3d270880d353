/**
 * A program that is data: it declares the resources of `program.json`, so that a test edits a program without writing
 * one. In the arguments `{ "$output": ["web", "vpcId"] }` stands for an output of a resource declared before, and
 * `{ "$secret": value }` for a secret.
 */
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import * as otc from "pulumi-otc-autoscaling";
import * as components from "pulumi-otc-autoscaling/components";

interface Declaration {
  /** Name of the class. Without one, an AS group. */
  readonly kind?: string;
  readonly name: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** Look it up by this id instead of declaring it. */
  readonly get?: string;
  readonly options?: pulumi.ResourceOptions;
  /** Name of a resource, declared before, to which it belongs. */
  readonly parent?: string;
}

/** A class of the package: it is handed whatever the test wrote. */
interface ResourceClass {
  new (name: string, args: unknown, options?: pulumi.ResourceOptions): pulumi.Resource;
  get: (name: string, id: string) => pulumi.Resource;
}

/** A component of the program itself. */
class Component extends pulumi.ComponentResource {
  constructor(name: string, args: pulumi.Inputs = {}, options?: pulumi.ComponentResourceOptions) {
    super("e2e:program:Component", name, args, options);
    this.registerOutputs();
  }
}

const classes = { ...otc, ...components, Component } as unknown as Readonly<Record<string, ResourceClass>>;

const declarations = JSON.parse(readFileSync("program.json", "utf8")) as readonly Declaration[];
const resources = new Map<string, pulumi.Resource>();

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

function optionsOf({ options, parent }: Declaration): pulumi.ResourceOptions | undefined {
  const found = parent === undefined ? undefined : resources.get(parent);
  return found === undefined ? options : { ...options, parent: found };
}

function declare(declaration: Declaration): pulumi.Resource {
  const { kind = "AsGroup", name, args, get } = declaration;
  const { [kind]: Resource } = classes;
  if (Resource === undefined) throw new Error(`the package has no class ${kind}`);
  return get === undefined
    ? new Resource(name, resolve(args), optionsOf(declaration))
    : Resource.get(name, get);
}

for (const declaration of declarations) resources.set(declaration.name, declare(declaration));

const outputsOf = (resource: pulumi.Resource): Record<string, unknown> =>
  Object.fromEntries(Object.entries(resource).filter(([, member]) => pulumi.Output.isInstance(member)));

module.exports = Object.fromEntries([...resources].map(([name, resource]) => [name, outputsOf(resource)]));
