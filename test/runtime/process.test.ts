import { afterEach, describe, expect, it } from "vitest";
import { beginProcess, perProcess, surroundings } from "../../provider/runtime/process";

const original = surroundings();

afterEach(() => {
  beginProcess(original);
});

describe("perProcess", () => {
  it("keeps a state until the next process begins with a new one", () => {
    const held = perProcess(() => ({ count: 0 }));
    held().count += 1;
    expect(held().count).toBe(1);
    beginProcess(original);
    expect(held().count).toBe(0);
  });
});

describe("surroundings", () => {
  it("are those of the machine, unless a process was begun with others", () => {
    expect(original.variables).toBe(process.env);
    const others = { ...original, variables: { OS_AUTH_URL: "https://iam.example" } };
    beginProcess(others);
    expect(surroundings()).toBe(others);
  });
});
