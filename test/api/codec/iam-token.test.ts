import { describe, expect, it } from "vitest";
import { iamTokenAnswer } from "../../../provider/api/codec/iam-token";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

describe("a token in an answer", () => {
  it("has its times, its project and the public and internal endpoints of its catalog", () => {
    const { token } = right(iamTokenAnswer.decode(fixture("iam-token")));
    expect(token.expiresAt).toBe(Date.UTC(2026, 6, 24));
    expect(token.issuedAt).toBe(Date.UTC(2026, 6, 23));
    expect(token.project).toStrictEqual({ id: "0123456789abcdef0123456789abcdef", name: "eu-de_web" });
    expect(token.catalog[1]?.endpoints[2]).toStrictEqual({
      interface: "public",
      region: "eu-de",
      regionId: "eu-de",
      url: "https://as.eu-de.otc.t-systems.com/autoscaling-api/v1",
    });
  });

  it("may have no project, no catalog and no time of issue", () => {
    const body = { token: { expires_at: "2026-07-24T00:00:00Z" } };
    expect(right(iamTokenAnswer.decode(body)).token).toStrictEqual({
      expiresAt: Date.UTC(2026, 6, 24),
      catalog: [],
    });
  });

  it("is refused when its end cannot be read", () => {
    expect(refusals(iamTokenAnswer, { token: { expires_at: "tomorrow" } })).toEqual([
      "token.expires_at: a time such as 2026-01-31T12:00:00.000000Z",
    ]);
  });
});
