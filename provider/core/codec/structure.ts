/**
 * Decoders of objects whose members are required, optional, or have a default. Null and undefined both mean that a
 * member is not given; members that are not listed are ignored.
 *
 * io-ts composes such objects from intersections and unions, which leave their own steps in the path of a failure.
 */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { isAbsent, isRecord } from "../record";
import { type Decoder, decoder } from "./decoder";

interface Required<A> {
  readonly presence: "required";
  readonly codec: Decoder<A>;
}
interface Defaulted<A> {
  readonly presence: "defaulted";
  readonly codec: Decoder<A>;
  readonly whenAbsent: A;
}
interface Optional<A> {
  readonly presence: "optional";
  readonly codec: Decoder<A>;
}
type AnyMember = Required<unknown> | Defaulted<unknown> | Optional<unknown>;

type IsOptional<A, Key extends keyof A> = undefined extends A[Key] ? true : false;

/** How each member of `A` is read: exactly those that `A` marks optional may stay absent. */
export type Members<A> = {
  readonly [Key in keyof A]-?: IsOptional<A, Key> extends true
    ? Optional<Exclude<A[Key], undefined>>
    : Required<A[Key]> | Defaulted<A[Key]>;
} & Readonly<Record<string, AnyMember>>;

export const required = <A>(codec: Decoder<A>): Required<A> => ({ presence: "required", codec });
export const optional = <A>(codec: Decoder<A>): Optional<A> => ({ presence: "optional", codec });
export const defaulted = <A>(codec: Decoder<A>, whenAbsent: NoInfer<A>): Defaulted<A> => ({
  presence: "defaulted",
  codec,
  whenAbsent,
});

const validateMember = (member: AnyMember, value: unknown, context: t.Context): t.Validation<unknown> => {
  if (!isAbsent(value)) return member.codec.validate(value, context);
  switch (member.presence) {
    case "required":
      return t.failure(value, context);
    case "defaulted":
      return t.success(member.whenAbsent);
    case "optional":
      return t.success(undefined);
  }
};

/** Some members of an object; every failure among them is reported. */
export const partOf = <A>(
  name: string,
  members: Members<A>,
  keys: readonly (keyof A & string)[],
): Decoder<Partial<A>> =>
  decoder(name, (value, context) => {
    if (!isRecord(value)) return t.failure(value, context);
    const errors: t.ValidationError[] = [];
    const decoded: Partial<A> = {};
    for (const key of keys) {
      const { [key]: member } = members;
      const found = value[key];
      const result = validateMember(member, found, t.appendContext(context, key, member.codec, found));
      if (E.isLeft(result)) errors.push(...result.left);
      // What the member's own decoder accepted is what `A` has under this key.
      else if (result.right !== undefined) decoded[key] = result.right as A[typeof key];
    }
    return errors.length > 0 ? t.failures(errors) : t.success(decoded);
  });

/** An object with these members. */
export const structure = <A>(name: string, members: Members<A>): Decoder<A> => {
  const keys = Object.keys(members) as (keyof A & string)[];
  // With all members read, none that `A` requires is missing.
  return partOf(name, members, keys) as Decoder<A>;
};

/**
 * Every member that can be read by itself; what cannot is absent. For a recorded state, which may be old, partial, or
 * hold values that are out of range today.
 */
export const readableMembers =
  <A>(members: Members<A>) =>
  (raw: unknown): Partial<A> =>
    Object.assign(
      {},
      ...(Object.keys(members) as (keyof A & string)[]).map((name) => {
        const one = partOf("recorded state", members, [name]).decode(raw);
        return E.isRight(one) ? one.right : {};
      }),
    ) as Partial<A>;
