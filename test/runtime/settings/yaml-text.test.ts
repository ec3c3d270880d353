import * as E from "fp-ts/Either";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readYaml } from "../../../provider/runtime/settings/yaml-text";

const SEED = 20261124;

describe("YAML", () => {
  it("keeps every scalar as it was written", () => {
    const text = "a: 0123\nb: 1e3\nc: yes\nd: 2026-01-01\ne: ~\nf:\ng: 'x'\n";
    expect(readYaml(text)).toStrictEqual(
      E.right({ a: "0123", b: "1e3", c: "yes", d: "2026-01-01", e: "~", f: "", g: "x" }),
    );
  });

  it("follows anchors and merges, as clouds.yaml often has them", () => {
    const text =
      "base: &base\n  auth: &auth {auth_url: a}\nclouds:\n  c:\n    <<: *base\n    region_name: r\n";
    expect(readYaml(text)).toMatchObject({
      right: { clouds: { c: { auth: { auth_url: "a" }, region_name: "r" } } },
    });
  });

  it("may be JSON, or empty", () => {
    expect(readYaml('{"clouds": {"c": {"verify": false}}}')).toStrictEqual(
      E.right({ clouds: { c: { verify: "false" } } }),
    );
    expect(readYaml("")).toStrictEqual(E.right(null));
  });

  it.each([
    ["clouds:\n  c: {password: hunter2\n x: [", "line 3: bad indent"],
    ["hunter2: 1\nhunter2: 2\n", "line 2: duplicate key"],
    ["a: !vault hunter2\n", "line 1: tag resolve failed"],
    ["a: 1\n---\nb: hunter2\n", "line 2: multiple docs"],
    ["a: *hunter2\n", "an alias without its anchor, or too many of them"],
  ])("that is wrong is told by its lines, not by its text: %j", (text, wrong) => {
    expect(readYaml(text)).toStrictEqual(E.left(wrong));
  });

  it("whatever is wrong with it, shows nothing of its text", () => {
    const piece = fc.constantFrom(
      "hunter2",
      ": ",
      "\n",
      "  ",
      "- ",
      "*",
      "&",
      "!",
      "{",
      "}",
      "[",
      "]",
      "'",
      '"',
      "#",
      "?",
      "<<: ",
      "|",
    );
    const seen = { wrong: 0 };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readYaml(pieces.join(""));
        if (E.isRight(read)) return;
        seen.wrong += 1;
        expect(read.left).not.toContain("hunter2");
      }),
      { seed: SEED, numRuns: 2000 },
    );
    expect(seen.wrong).toBeGreaterThan(100);
  });

  it("about which the library has a warning that quotes it prints nothing", () => {
    const printed = vi.spyOn(process, "emitWarning").mockReturnValue();
    onTestFinished(() => {
      printed.mockRestore();
    });
    expect(E.isRight(readYaml("? {a: hunter2}\n: x\n"))).toBe(true);
    expect(printed).not.toHaveBeenCalled();
  });
});
