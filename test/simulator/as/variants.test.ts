/** Every reading that is not the default. What the default does is tested where the call is. */
import { expect, test } from "vitest";
import { variantNames, type Variants } from "../../../simulator/src/as";
import { createGroup, getGroup, startService } from "./support/service";
import { answerReadings } from "./variants/answer";
import type { Check } from "./variants/calls";
import { groupReadings } from "./variants/group";
import { hookReadings } from "./variants/hook";
import { instanceReadings } from "./variants/instance";
import { policyReadings } from "./variants/policy";

const checks: Record<keyof Variants, Record<string, Check>> = {
  ...groupReadings,
  ...instanceReadings,
  ...hookReadings,
  ...policyReadings,
  ...answerReadings,
};

const otherReadings = Object.entries(variantNames).flatMap(([name, [, ...others]]) =>
  others.map((reading): [string, string] => [name, reading]),
);

test.each(otherReadings)("%s=%s", async (name, reading) => {
  const check = checks[name as keyof Variants][reading];
  if (check === undefined) throw new Error("this reading has no test");
  await check(startService({ variants: { [name]: reading } }));
});

test("the first reading of each is the default", async () => {
  const first = Object.fromEntries(Object.entries(variantNames).map(([name, [reading]]) => [name, reading]));
  const explicit = startService({ variants: first });
  const implicit = startService();
  const id = await createGroup(explicit);
  expect(await createGroup(implicit)).toBe(id);
  expect(await getGroup(explicit, id)).toEqual(await getGroup(implicit, id));
});
