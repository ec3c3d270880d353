import { expect, test } from "vitest";
import { settingsOf } from "../../../examples/automation-api/settings";

test("a setting ends its name at the first equals sign", () => {
  expect(settingsOf(["a=b=c", "empty="])).toEqual({ a: { value: "b=c" }, empty: { value: "" } });
});

test.each(["foo", "=value", ""])("%j is no setting, and is refused", (setting) => {
  expect(() => settingsOf(["a=b", setting])).toThrow(`a setting is name=value, not: ${setting}`);
});
