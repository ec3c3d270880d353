/** Answers look-ups of a program, or of a script without any engine. */
import { RunError } from "@pulumi/pulumi";
import * as E from "fp-ts/Either";
import type { AsClient } from "../../api/client";
import type { AsError } from "../../core/error";
import { readArguments } from "../../core/lookup/arguments";
import { explainArguments, explainLookup } from "../../core/message/lookup";
import { places, type ReadConfiguration } from "../../core/settings/source";
import type { Lookup } from "../../service/lookup/lookup";
import { connect } from "../connection";
import { perProcess } from "../process";

/** Who asks. */
export interface Asker {
  /** Reads the stack's configuration; without an engine there is none. */
  readonly configuration: ReadConfiguration;
  readonly warn: (warning: string) => void;
}

/** A program of the Automation API runs several stacks in one process, each of which has its own configuration. */
const clients = perProcess(() => new Map<string, AsClient>());

const clientFor = ({ configuration, warn }: Asker): E.Either<AsError, AsClient> => {
  const given = JSON.stringify(Object.values(places).map(({ key }) => configuration(key) ?? null));
  const known = clients().get(given);
  if (known !== undefined) return E.right(known);
  const connected = connect(configuration, warn);
  if (E.isRight(connected)) clients().set(given, connected.right);
  return connected;
};

/**
 * The one kind of exception that reaches the program. `pulumi` shows the message of a `RunError` alone. It prints the
 * stack to its own log, too, and for a stack inside `node_modules` Node.js may take that half a minute: the message
 * says which look-up it was.
 */
class LookupError extends RunError {
  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}

const fail = (message: string): never => {
  throw new LookupError(message);
};

/** Answers a look-up: one session serves all that use the same settings. */
export const answer =
  <Args, Result>({ name, args, what, object, find }: Lookup<Args, Result>) =>
  async (given: unknown, asker: Asker): Promise<Result> => {
    const read = readArguments(name, args, given);
    if (E.isLeft(read)) return fail(explainArguments(name, read.left));
    const about = object(read.right);
    const subject = {
      name,
      ...(what === undefined ? {} : { what }),
      ...(about === undefined ? {} : { object: about }),
    };
    const client = clientFor(asker);
    const result = E.isLeft(client) ? client : await find(client.right)(read.right)();
    return E.isLeft(result) ? fail(explainLookup(result.left, subject)) : result.right;
  };
