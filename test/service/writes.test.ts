import { describe, expect, it } from "vitest";
import { getAsGroup, modifyAsGroup } from "../../provider/api/as-group";
import { unreachable, type AsError } from "../../provider/core/error";
import { watchWrites } from "../../provider/service/writes";
import type { HttpResponse } from "../../provider/api/http";
import { answer, asRefusal, type Answer } from "../api/support/stub-http";
import { stubClient } from "../api/support/stub-client";

const modify = async (respond: Answer): Promise<boolean> => {
  const { client, mayHaveWritten } = watchWrites(stubClient(respond).client);
  await modifyAsGroup(client)("g", { coolDownTime: 60 })();
  return mayHaveWritten();
};

describe("a watched write", () => {
  it.each<[string, HttpResponse | AsError]>([
    ["carried out", answer(200, { scaling_group_id: "g" })],
    ["answered with nonsense", answer(200, "nonsense")],
    ["answered with a fault of the service", asRefusal(500, "AS.0001")],
    ["not answered", unreachable({ operation: "", reason: "ECONNRESET", neverSent: false })],
  ])("may have changed something when it was %s", async (_what, outcome) => {
    expect(await modify(() => outcome)).toBe(true);
  });

  it.each<[string, HttpResponse | AsError]>([
    ["refused", asRefusal(400, "AS.2030")],
    ["of an object that is gone", asRefusal(404, "AS.2007")],
    ["never sent", unreachable({ operation: "", reason: "ECONNREFUSED", neverSent: true })],
  ])("has changed nothing when it was %s", async (_what, outcome) => {
    expect(await modify(() => outcome)).toBe(false);
  });

  it("may have changed something when it was refused after an attempt that had arrived", async () => {
    const refusedAtLast: Answer = (request) => {
      request.onArrived?.();
      return asRefusal(400, "AS.2030");
    };
    expect(await modify(refusedAtLast)).toBe(true);
  });
});

it("reads change nothing, and other operations are not watched", async () => {
  const stub = stubClient(() => asRefusal(500, "AS.0001"));
  const { client, mayHaveWritten } = watchWrites(stub.client);
  await getAsGroup(client)("g")();
  await modifyAsGroup(stub.client)("g", { coolDownTime: 60 })();
  expect(mayHaveWritten()).toBe(false);
  expect(stub.sent().map(({ method }) => method)).toEqual(["GET", "PUT"]);
});
