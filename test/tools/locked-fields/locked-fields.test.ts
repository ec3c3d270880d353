import { expect, test } from "vitest";
import { fieldNames, fields } from "../../../provider/core/as-group/fields";
import { cases, type LockedCase } from "./cases";
import { refusalOf } from "./codes";
import { type Answers, lockedFieldsPage } from "./page";

const answersTo = async (each: LockedCase): Promise<Answers> => ({
  running: await refusalOf(each, "running"),
  scaling: await refusalOf(each, "scaling"),
  "paused and empty": await refusalOf(each, "paused and empty"),
});

test("there is a case of every field that is not free", () => {
  const locked = fieldNames.filter((name) => fields[name].lockClass !== "free");
  expect([...new Set(cases.map(({ field }) => field))].sort()).toEqual([...locked, "vpcId"].sort());
});

test("the page says so; write it with `npx vitest run -u --project unit test/tools/locked-fields`", async () => {
  const answers = await Promise.all(
    cases.map(async (each): Promise<[LockedCase, Answers]> => [each, await answersTo(each)]),
  );
  await expect(await lockedFieldsPage(new Map(answers))).toMatchFileSnapshot(
    "../../../docs/guides/locked-fields.md",
  );
});
