import { describe, expect, it } from "vitest";
import type { AsError } from "../../provider/core/error";
import { refusalOf, serviceError } from "../../provider/api/refusal";
import { answer, asRefusal } from "./support/stub-http";

const GONE_CODES = ["AS.2007", "AS.1004", "AS.3020", "AS.4005", "AS.4006", "AS.7042"];
const operation = "get AS group";

const withCodes = (status: number, code: string, goneCodes: readonly string[]): AsError =>
  refusalOf({ operation, goneCodes }, asRefusal(status, code));

describe("refusalOf: gone", () => {
  it.each(GONE_CODES)("400 %s means gone where the path addresses that object", (code) => {
    expect(withCodes(400, code, [code])).toEqual({ _tag: "NotFound", operation, code });
  });

  it.each(GONE_CODES)("400 %s is a refusal where it speaks of an object in the body", (code) => {
    const others = GONE_CODES.filter((other) => other !== code);
    expect(withCodes(400, code, others)).toEqual({
      _tag: "Refused",
      operation,
      status: 400,
      code,
      text: "no",
    });
  });

  it.each(["AS.0007", "AS.2007"])("404 %s means gone", (code) => {
    expect(withCodes(404, code, ["AS.2007"])).toEqual({ _tag: "NotFound", operation, code });
  });

  it("404 is a refusal where the path addresses no object", () => {
    expect(refusalOf({ operation: "list AS groups" }, asRefusal(404, "AS.0007"))).toEqual({
      _tag: "Refused",
      operation: "list AS groups",
      status: 404,
      code: "AS.0007",
      text: "no",
    });
  });

  it.each([
    ["an unknown version", asRefusal(404, "AS.0033")],
    ["the gateway's own words", answer(404, { error_code: "APIG.0101", error_msg: "no such API" })],
    ["a page of HTML", answer(404, "<html>nginx</html>")],
    ["no body", answer(404)],
    ["a truncated body", answer(404, '{"error":{"code":"AS.00')],
  ])("404 with %s does not mean gone", (_name, response) => {
    expect(refusalOf({ operation, goneCodes: ["AS.2007"] }, response)).toMatchObject({
      _tag: "Refused",
      status: 404,
    });
  });
});

describe("refusalOf: never gone", () => {
  it.each([
    [401, "AS.0005"],
    [401, "AS.0006"],
    [400, "AS.0008"],
    [403, "AS.0011"],
    [400, "AS.0031"],
    [429, "AS.2007"],
    [500, "AS.0001"],
    [500, "AS.2007"],
    [503, "AS.2007"],
    [409, "AS.2007"],
  ])("%i %s", (status, code) => {
    expect(withCodes(status, code, GONE_CODES)).toEqual({
      _tag: "Refused",
      operation,
      status,
      code,
      text: "no",
    });
  });
});

describe("serviceError", () => {
  it("reads the service's form", () => {
    expect(serviceError({ error: { code: "AS.2030", message: "locked", details: null } })).toEqual({
      code: "AS.2030",
      text: "locked",
    });
  });

  it("reads the gateway's form", () => {
    expect(serviceError({ error_code: "APIG.0301", error_msg: "wrong token", request_id: "r" })).toEqual({
      code: "APIG.0301",
      text: "wrong token",
    });
  });

  it("reads the identity service's form, whose code is the status", () => {
    expect(serviceError({ error: { code: 401, message: "unauthorized", title: "Unauthorized" } })).toEqual({
      text: "unauthorized",
    });
  });

  it.each([undefined, null, "text", 7, [], {}, { error: null }, { error: "boom" }, { error: { code: 1 } }])(
    "says nothing about %j",
    (body) => {
      expect(serviceError(body)).toEqual({});
    },
  );

  it("keeps a message to one line of 200 characters", () => {
    expect(serviceError({ error: { message: "first\n\tsecond" } }).text).toBe("first second");
    const long = serviceError({ error: { message: "x".repeat(201) } }).text;
    expect(long).toBe(`${"x".repeat(199)}…`);
    expect(serviceError({ error: { message: "x".repeat(200) } }).text).toBe("x".repeat(200));
  });

  it.each(["AS.4029", "AS.4030", "AS.4033"])("names the instances of a failed batch (%s)", (code) => {
    const message = JSON.stringify([
      { id: "i-1", errorCode: "AS.4006", errorMessage: "unknown" },
      { id: "i-2", errorCode: "AS.4015" },
    ]);
    expect(serviceError({ error: { code, message } })).toEqual({
      code,
      text: "i-1: AS.4006, i-2: AS.4015",
      instances: [
        { id: "i-1", code: "AS.4006" },
        { id: "i-2", code: "AS.4015" },
      ],
    });
  });

  it("names all ten instances of a full batch", () => {
    const ids = Array.from({ length: 10 }, (_, index) => `b25c1589-1111-4f6c-a5b1-2e2f2ab4a4a${index}`);
    const message = JSON.stringify(ids.map((id) => ({ id, errorCode: "AS.4006" })));
    expect(serviceError({ error: { code: "AS.4030", message } }).text).toBe(
      ids.map((id) => `${id}: AS.4006`).join(", "),
    );
  });

  it.each(["[broken", "[]", '["text"]', '[{"id":"i-1"}]'])(
    "keeps a message that lists nothing: %s",
    (message) => {
      expect(serviceError({ error: { code: "AS.4030", message } })).toEqual({
        code: "AS.4030",
        text: message,
      });
    },
  );
});
