/** Which arguments the program itself has changed since they were last applied. */
import { argumentNames } from "./arguments";
import { isRecorded } from "../resource/recorded";
import { recordedAsGroup } from "./recorded";

type Bag = Readonly<Record<string, unknown>>;
type Same = (one: unknown, other: unknown) => boolean;

const given = (value: unknown): boolean => value !== undefined && value !== null;

/**
 * Compares the new inputs with the recorded outputs. An output that no argument had set is a live value and says
 * nothing about the program.
 */
export const editedArguments = (outputs: Bag, inputs: Bag, same: Same): ReadonlySet<string> => {
  const { managedArguments, appliedDesireInstanceNumber } = recordedAsGroup(outputs);
  const own = new Set([
    "enable",
    "timeouts",
    "desireInstanceNumberMode",
    "refreshOnConfigurationChange",
    "deleteMode",
    "lockedChange",
    "drain",
    "waitFor",
    "adoptId",
    "initialLifecycleHooks",
    "vpcId",
  ]);
  const before = (name: string): unknown => {
    if (name === "desireInstanceNumber") return appliedDesireInstanceNumber;
    if (own.has(name) || name === "scalingGroupName" || !isRecorded(outputs)) return outputs[name];
    return managedArguments.includes(name) ? outputs[name] : undefined;
  };
  const names = argumentNames.filter((name) => name !== "selfUrn" && name !== "nameGeneration");
  return new Set(
    names.filter((name) => {
      const old = before(name);
      return given(inputs[name]) || given(old) ? !same(inputs[name] ?? undefined, old ?? undefined) : false;
    }),
  );
};
