/** Where an example runs: against a simulator of its own, or where `OS_*` leads. */
import { startSimulator, type Simulator } from "../../../../simulator/src";
import { osVariables } from "../../support/project";
import { leadsToAccount } from "./account";
import { settingsIn, variableOf, type Setting, type Settings } from "./settings";

export interface Service {
  /** The simulator that was started for the example; none elsewhere. */
  readonly simulator?: Simulator;
  /** Signs in. */
  readonly variables: Readonly<Record<string, string>>;
  /** Settings whose values in the README mean nothing there. */
  readonly settings: Settings;
  readonly close: () => Promise<void>;
}

/** Simulated seconds per real second: a scaling action takes half a second. */
const SPEED = 200;

const OWN = /^(OS_|OTC_)/;

async function simulated(): Promise<Service> {
  const simulator = await startSimulator({ speed: SPEED });
  return {
    simulator,
    variables: osVariables(simulator),
    settings: {},
    close: () => simulator.close(),
  };
}

function elsewhere(environment: NodeJS.ProcessEnv, needed: readonly Setting[]): Service {
  const settings = settingsIn(environment);
  const missing = needed.filter((setting) => settings[setting] === undefined).map(variableOf);
  if (missing.length > 0)
    throw new Error(`the environment signs in, so the example runs there, and needs ${missing.join(", ")}`);
  const own = Object.entries(environment).filter(([name, value]) => OWN.test(name) && value !== undefined);
  return {
    variables: Object.fromEntries(own) as Readonly<Record<string, string>>,
    settings,
    close: () => Promise.resolve(),
  };
}

/**
 * The service of an environment: `OS_AUTH_URL` or `OS_CLOUD` in it leads to an account.
 *
 * @throws when that environment lacks a setting that the example needs
 */
export async function serviceOf(
  environment: NodeJS.ProcessEnv,
  needed: readonly Setting[],
): Promise<Service> {
  return leadsToAccount(environment) ? elsewhere(environment, needed) : simulated();
}
