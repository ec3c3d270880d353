/** Moves of a walk, as plain data, so that a counterexample can be read. */
import fc from "fast-check";
import { OTHER_SUBNET, OTHER_VPC, SUBNET, VPC, type Args } from "../../e2e/support/group-args";
import { accidentKinds, type Accident } from "./accident";

/** One step of a walk. */
export type Move =
  | { readonly edit: Args }
  | { readonly outside: Outside }
  | { readonly minutes: number }
  | {
      readonly command: "up" | "destroy";
      readonly accident: Accident | undefined;
      readonly meanwhile: readonly Later[];
    };

/** Something that happens while a command runs. */
interface Later {
  readonly afterSeconds: number;
  readonly outside: Outside;
}

/** Something that happens without Pulumi. */
export type Outside =
  | { readonly policy: number }
  | { readonly instance: number; readonly happens: "killInstance" | "protectInstance" }
  | {
      readonly happens:
        "pauseGroup" | "resumeGroup" | "deleteGroup" | "attachInstance" | "sellOutFlavour" | "restoreFlavour";
    }
  | { readonly modify: Args }
  | { readonly tags: Readonly<Record<string, string>> };

export const MAX = 6;

const zones = fc.subarray(["eu-de-01", "eu-de-02", "eu-de-03"], { minLength: 1 });
const tags = fc.dictionary(fc.constantFrom("env", "team"), fc.constantFrom("a", "b"), {
  noNullPrototype: true,
});

const edit: fc.Arbitrary<Args> = fc.oneof(
  fc.record({ minInstanceNumber: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ desireInstanceNumber: fc.integer({ min: 2, max: 4 }) }),
  fc.record({ coolDownTime: fc.constantFrom(0, 60, 300) }),
  fc.record({ availableZones: zones }),
  {
    weight: 5,
    arbitrary: fc.record({ networks: fc.constantFrom([{ id: SUBNET }], [{ id: OTHER_SUBNET }]) }),
  },
  fc.record({ tags }),
  fc.record({ enable: fc.boolean() }),
  fc.record({ vpcId: fc.constantFrom(VPC, OTHER_VPC) }),
);

const outside: fc.Arbitrary<Outside> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ policy: fc.nat(MAX) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      instance: fc.nat(4),
      happens: fc.constantFrom("killInstance" as const, "protectInstance" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      happens: fc.constantFrom(
        "pauseGroup" as const,
        "resumeGroup" as const,
        "attachInstance" as const,
        "attachInstance" as const,
        "sellOutFlavour" as const,
        "restoreFlavour" as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ happens: fc.constant("deleteGroup" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      modify: fc.oneof(
        fc.record({ cool_down_time: fc.constantFrom(10, 20) }),
        fc.record({ available_zones: zones }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ tags }) },
);

const accident: fc.Arbitrary<Accident> = fc.record({
  // Most commands make some ten calls, a drain three times as many.
  at: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 5, max: 45 })),
  kind: fc.constantFrom(...accidentKinds),
});

const command = fc.record(
  {
    command: fc.oneof(
      { weight: 8, arbitrary: fc.constant("up" as const) },
      { weight: 1, arbitrary: fc.constant("destroy" as const) },
    ),
    accident: fc.option(accident, { nil: undefined, freq: 3 }),
    meanwhile: fc.array(fc.record({ afterSeconds: fc.integer({ min: 1, max: 240 }), outside }), {
      maxLength: 2,
    }),
  },
  { noNullPrototype: true },
);

const turn: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.array(edit, { maxLength: 2 }),
    fc.array(outside, { maxLength: 2 }),
    fc.integer({ min: 0, max: 5 }),
    command,
  )
  .map(([edits, happenings, minutes, last]) => [
    ...edits.map((changes) => ({ edit: changes })),
    ...happenings.map((happening) => ({ outside: happening })),
    { minutes },
    last,
  ]);

/** Any walk: programs are edited, something happens, time passes, a command runs; and again. */
export const anyWalk: fc.Arbitrary<readonly Move[]> = fc
  .array(turn, { minLength: 1, maxLength: 4, size: "max" })
  .map((turns) => turns.flat());
