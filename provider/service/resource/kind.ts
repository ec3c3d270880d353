/** A kind of resource, described: one set of handlers drives every kind. */
import type * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { QuotaKind } from "../../core/preflight/quota";
import type { UnknownRecord } from "../../core/record";
import type { ArgumentTable, OwnArguments } from "../../core/resource/arguments";
import type { CheckedKind } from "../../core/resource/check";
import type { ResourceChange } from "../../core/resource/compare";
import type { FieldTable } from "../../core/resource/field";
import type { ResourceEnvironment, ResourceOperation } from "./environment";

/** A kind of object that the service keeps, and how it is read and written. */
export interface Kind<Args extends OwnArguments, Live> extends CheckedKind<Args> {
  readonly table: ArgumentTable<Args>;
  /** The arguments that are compared with the live object. */
  readonly fields: FieldTable<Args, Live>;
  /** The live object as outputs. */
  readonly outputsOf: (live: Live) => UnknownRecord;
  /**
   * Why there is no live object any more, for a preview that is going to create it anew.
   *
   * @default - it was deleted outside of Pulumi
   */
  readonly whyGone?: string;
  /** The output that is the id in the service; it is what is replaced when the object is gone. */
  readonly idOutput: string;
  /** Objects that were replaced may stay, for a way back. */
  readonly keeping?: {
    /** The argument that says how many. */
    readonly argument: keyof Args & string;
    /** The output that holds their ids, newest first. */
    readonly output: string;
    /** The output that holds their marks, by id. */
    readonly marksOutput: string;
    /** How many stay. */
    readonly most: (args: Partial<Args>) => number;
    /**
     * What is recorded of the arguments that make an object, to compare those with that come later: nothing that may be
     * secret, and everything else that the service does not tell.
     */
    readonly mark: (args: Partial<Args>) => string;
    /**
     * The object is what these arguments make, as far as the live one tells. Asked about arguments that have its mark.
     */
    readonly isWanted: (args: Partial<Args>, live: Live) => boolean;
  };
  /** The quota of the project against which these objects count. */
  readonly quota?: {
    readonly kind: QuotaKind;
    /** An interrupted run has created the object already, as far as its name tells. Claims nothing. */
    readonly exists: (environment: ResourceEnvironment, args: Partial<Args>) => TaskEither<AsError, boolean>;
  };
  /** Codes of refusals that pass by themselves, besides AS.0003 (locked) and AS.2033 (in transition). */
  readonly busyCodes: readonly string[];
  /** The live object, perhaps from a reading that is shared. None only where it is documented not to exist. */
  readonly find: (environment: ResourceEnvironment, id: string) => TaskEither<AsError, O.Option<Live>>;
  /** Says that a write may have changed the object, so that no older reading is used. */
  readonly invalidate: (environment: ResourceEnvironment, id: string) => void;
  /**
   * The id of the object that an interrupted create with these arguments has left behind, by a reading that begins now.
   *
   * @param replacedId the object that the new one is to replace, which may look the same
   */
  readonly findOwn: (
    environment: ResourceEnvironment,
    args: Args,
    replacedId: string | undefined,
  ) => TaskEither<AsError, O.Option<string>>;
  /**
   * May be created by who may not list any: then nobody looks for an own one before the create. Where the object cannot
   * be read by its id either, the create had better fail before.
   */
  readonly createsUnlisted: boolean;
  /**
   * Who makes such an object besides an interrupted create, so that finding one is nothing unusual.
   *
   * @default - nobody
   */
  readonly othersMake?: string;
  /** Creates the object and gives its id. One call, never repeated by itself. */
  readonly create: (operation: ResourceOperation, args: Args) => TaskEither<AsError, string>;
  /**
   * Changes a live object; none of the changes needs a replacement.
   *
   * @param before the arguments as they were last applied, where they are recorded
   */
  readonly update: (
    operation: ResourceOperation,
    id: string,
    args: Args,
    changes: readonly ResourceChange[],
    before: Partial<Args>,
  ) => TaskEither<AsError, unknown>;
  /** What the next `up` does, for a preview, when that is more than the changes say. */
  readonly plan?: (live: Live, known: Partial<Args>, before: Partial<Args>) => string | undefined;
  /**
   * Deletes the object. One that is gone already is a failure like any other: whoever calls knows that it is none.
   *
   * @param recorded arguments that could be read out of the state
   */
  readonly remove: (
    operation: ResourceOperation,
    id: string,
    recorded: Partial<Args>,
  ) => TaskEither<AsError, unknown>;
}
