import { describe, expect, it } from "vitest";
import { type AsError, interrupted, refused } from "../../../provider/core/error";
import { explain } from "../../../provider/core/message";

const lines = (error: AsError, doing: string): readonly string[] =>
  explain(error, { doing, name: "web-1a2b3c4", id: "77a7a397" }).split("\n");

describe("explain what an interruption leaves behind", () => {
  it("tells what a drain has done, what it has not, and that the next run completes it", () => {
    const error = interrupted({
      cause: refused({ operation: "resume AS group", status: 500 }),
      undone: false,
      done: "write the drain journal, pause",
      left: "resume, remove the drain journal",
    });
    expect(lines(error, "updating")).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): the drain was interrupted: updating failed: the service refused to resume AS group (HTTP 500)",
      "  done: write the drain journal, pause",
      "  not done: resume, remove the drain journal",
      "  the drain journal on the group holds what is to be restored",
      "What you can do:",
      "  1. the service has a fault of its own: wait a few minutes",
      "  2. run `pulumi up` again: it completes the drain, or undoes it if you take the change back",
    ]);
  });

  it("tells of an earlier drain that could not even be planned anew", () => {
    const error = interrupted({
      cause: refused({ operation: "list instances of AS group", status: 500, code: "AS.0001" }),
      undone: false,
      done: "",
      left: "",
    });
    expect(lines(error, "updating")).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): the drain was interrupted: updating failed: the service refused to list instances of AS group (HTTP 500)",
      "  AS.0001: the service failed inside",
      "  done: nothing in this run",
      "  the drain journal on the group holds what is to be restored",
      "What you can do:",
      "  1. run `pulumi up` again: it completes the drain, or undoes it if you take the change back",
    ]);
  });

  it("does not send somebody who deletes to `pulumi up`", () => {
    const error = refused({ operation: "delete AS group", status: 500, code: "AS.0001" });
    expect(lines(error, "deleting")).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): deleting failed: the service refused to delete AS group (HTTP 500)",
      "  AS.0001: the service failed inside",
      "What you can do:",
      "  1. run the same `pulumi` command again in a few minutes",
    ]);
  });
});
