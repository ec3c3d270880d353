/** The command line of the executable. */
import { Command, InvalidArgumentError, Option } from "commander";
import { defaultQuotas, variantNames, type Quotas, type Variants } from "./as";
import type { SimulatorOptions } from "./options";

interface ParsedOptions extends Omit<SimulatorOptions, "variants" | "tokenLifetimeHours"> {
  readonly variant: Partial<Variants>;
  readonly tokenLifetime?: number;
}

function integer(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isInteger(value) || value < lowest || value > highest) {
      throw new InvalidArgumentError(`It must be an integer from ${lowest} to ${highest}.`);
    }
    return value;
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!(Number.isFinite(value) && value > 0)) {
    throw new InvalidArgumentError("It must be a number above zero.");
  }
  return value;
}

function variant(text: string, earlier: Partial<Variants>): Partial<Variants> {
  const [name = "", value = ""] = text.split("=", 2);
  const values = Object.hasOwn(variantNames, name) ? variantNames[name as keyof Variants] : undefined;
  if (values === undefined) {
    throw new InvalidArgumentError(
      `There is no variant ${name}; there are ${Object.keys(variantNames).join(", ")}.`,
    );
  }
  if (!values.includes(value)) {
    throw new InvalidArgumentError(`The variant ${name} is one of ${values.join(", ")}.`);
  }
  return { ...earlier, [name]: value };
}

/** `loadBalancers` is set with `--quota-load-balancers`. */
const quotaOptions = (Object.keys(defaultQuotas) as (keyof Quotas)[]).map((name) => {
  const flag = `--quota-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const option = new Option(`${flag} <number>`, `quota of ${name}`);
  return { name, option: option.argParser(integer(0, 1_000_000)).default(defaultQuotas[name]) };
});

const secret = (name: string, variable: string): Option =>
  new Option(`--${name} <text>`, `${name.replace("-", " ")} (default: drawn at random)`).env(variable);

function command(): Command {
  const program = new Command("otc-as-simulator")
    .description(
      "The Open Telekom Cloud Auto Scaling service in memory. The first line on standard output is a JSON " +
        "object with everything that a client needs to sign in.",
    )
    .option("--host <address>", "loopback address to listen on", "127.0.0.1")
    .option("--port <number>", "port to listen on, 0 for a free one", integer(0, 65_535), 0)
    .option("--speed <factor>", "simulated seconds per real second", positive, 50)
    .option("--region <name>", "region", "eu-de")
    .option("--project-id <id>", "project id (default: drawn at random)")
    .option("--project-name <name>", "project name (default: {region}_simulator)")
    .option("--domain-name <name>", "domain name")
    .option("--username <name>", "user name")
    .addOption(secret("password", "OTC_SIMULATOR_PASSWORD"))
    .addOption(secret("access-key", "OTC_SIMULATOR_ACCESS_KEY"))
    .addOption(secret("secret-key", "OTC_SIMULATOR_SECRET_KEY"))
    .option("--token-lifetime <hours>", "simulated hours until a token expires", positive, 24)
    .option("--seed <number>", "seed of the ids of the AS service", integer(0, 2 ** 32 - 1))
    .option(
      "--variant <name=value>",
      "reading taken where documents contradict each other; repeatable",
      variant,
      {},
    );
  for (const { option } of quotaOptions) program.addOption(option);
  return program;
}

/**
 * The options that the command line and the environment give. Ends the process with a message when they
 * cannot be used, or when help is asked for.
 */
export function parseCommandLine(argv: readonly string[]): SimulatorOptions {
  const program = command().parse(argv);
  const { variant: variants, tokenLifetime: tokenLifetimeHours, ...rest } = program.opts<ParsedOptions>();
  const quotas: Partial<Quotas> = Object.fromEntries(
    quotaOptions.map(({ name, option }) => [name, program.getOptionValue(option.attributeName()) as number]),
  );
  return { ...rest, variants, tokenLifetimeHours, quotas };
}
