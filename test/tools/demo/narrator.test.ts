import { describe, expect, test } from "vitest";
import { createNarrator, type Narrator } from "../../../tools/demo/narrator";

function narrated(tell: (narrator: Narrator) => void, coloured = false): string {
  let text = "";
  tell(
    createNarrator((piece) => {
      text += piece;
    }, coloured),
  );
  return text;
}

describe("the narrator", () => {
  test("tells an act under its heading", () => {
    const text = narrated(({ heading, command, verdict }) => {
      heading({ title: "an edit", told: "Five rather than three." }, 3, 7);
      command("pulumi up");
      verdict({ statement: "pulumi succeeds", contradiction: undefined });
      verdict({ statement: "five serve", contradiction: "expected 5, saw 3" });
    });
    expect(text.split("\n")).toEqual([
      "",
      "── Act 3 of 7: an edit ".padEnd(100, "─"),
      "Five rather than three.",
      "",
      "  $ pulumi up",
      "  ✔ pulumi succeeds",
      "  ✘ five serve: expected 5, saw 3",
      "",
    ]);
  });

  test("indents output, however it is cut into pieces", () => {
    const whole = "Updating\n\n  + web\n@ updating....\nDuration: 3s\n";
    const text = "    Updating\n\n      + web\n    @ updating....\n    Duration: 3s\n";
    expect(
      narrated(({ output }) => {
        output(whole);
      }),
    ).toBe(text);
    expect(
      narrated(({ output }) => {
        for (const piece of whole) output(piece);
      }),
    ).toBe(text);
  });

  test("begins a new line after output that has not ended its own", () => {
    const text = narrated(({ output, say }) => {
      output("@ updating..");
      say("interrupted");
    });
    expect(text).toBe("    @ updating..\ninterrupted\n");
  });

  test("writes no control character unless colours can be shown", () => {
    const verdict = { statement: "pulumi succeeds", contradiction: undefined };
    expect(
      narrated((narrator) => {
        narrator.verdict(verdict);
      }),
    ).toBe("  ✔ pulumi succeeds\n");
    expect(
      narrated((narrator) => {
        narrator.verdict(verdict);
      }, true),
    ).toBe("  \u001b[32m✔\u001b[39m pulumi succeeds\n");
  });
});
