import { describe, expect, test } from "vitest";
import { wantsPage } from "../../../simulator/src/page/accept";
import { whyForeign } from "../../../simulator/src/page/address";

describe("GET / is the page", () => {
  test.each([
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "text/html",
    "application/json;q=0.5, Text/HTML;q=0.9",
  ])("for %s", (accept) => {
    expect(wantsPage(accept)).toBe(true);
  });

  test.each([
    undefined,
    "",
    "*/*",
    "application/json",
    "application/json, text/html;q=0.9",
    "text/html;q=0",
    "text/*",
  ])("not for %s", (accept) => {
    expect(wantsPage(accept)).toBe(false);
  });
});

describe("a request is served", () => {
  const plain = { method: "POST", host: "127.0.0.1:8765", origin: undefined, fetchSite: undefined };

  test.each(["127.0.0.1", "127.0.0.1:8765", "127.1.2.3:80", "localhost:8765", "[::1]:8765"])(
    "when it names %s",
    (host) => {
      expect(whyForeign({ ...plain, host })).toBeUndefined();
    },
  );

  test.each([
    ["of the page itself", { origin: "http://127.0.0.1:8765", fetchSite: "same-origin" }],
    ["of somebody who types an address", { fetchSite: "none" }],
    ["that only reads, from wherever a link leads here", { method: "GET", fetchSite: "cross-site" }],
  ])("%s", (_title, given) => {
    expect(whyForeign({ ...plain, ...given })).toBeUndefined();
  });
});

describe("a request is refused", () => {
  const plain = { method: "POST", host: "127.0.0.1:8765", origin: undefined, fetchSite: undefined };

  test.each([
    "evil.example:8765",
    "127.0.0.1.evil.example",
    "localhost.evil.example:8765",
    "192.168.0.2:8765",
    "0.0.0.0:8765",
    "[::]:8765",
    "",
    undefined,
  ])("when it names %s, although it only reads", (host) => {
    expect(whyForeign({ ...plain, method: "GET", host })).toBe(
      "the Host header must name this machine: localhost or a loopback address",
    );
  });

  test.each([
    ["a page of another host", { origin: "https://evil.example" }],
    ["a page of another port", { origin: "http://127.0.0.1:3000" }],
    ["a page without an origin", { origin: "null" }],
    ["another site", { fetchSite: "cross-site" }],
    ["another port of this machine", { fetchSite: "same-site" }],
  ])("when %s writes", (_title, given) => {
    expect(whyForeign({ ...plain, ...given })).toBe(
      "a web page of another origin may not use the administration",
    );
  });
});
