/**
 * Outputs that stay encrypted in the state.
 *
 * The engine encrypts the outputs that belong to secret inputs. After an update that failed it knows the new inputs only,
 * although most outputs are the old ones: a secret that has just left the program would be stored in plain text.
 */
import type { UnknownRecord } from "../record";

/** How a value tells the engine that it is secret, in both directions of its protocol. */
export const SECRET_MARKER = {
  key: "4dabf18193072939515e22adb298388d",
  value: "1b47061264138c4ac30d75fd1eb44270",
} as const;

const asSecret = (value: unknown): UnknownRecord => ({ [SECRET_MARKER.key]: SECRET_MARKER.value, value });

/** The outputs, with every argument secret that is not as in the new inputs, because it may have been one before. */
export const keepingSecrets = (
  outputs: UnknownRecord,
  inputs: UnknownRecord,
  names: readonly string[],
  same: (one: unknown, other: unknown) => boolean,
): Record<string, unknown> => ({
  ...outputs,
  ...Object.fromEntries(
    names
      .filter((name) => outputs[name] !== undefined && !same(outputs[name], inputs[name]))
      .map((name) => [name, asSecret(outputs[name])]),
  ),
});
