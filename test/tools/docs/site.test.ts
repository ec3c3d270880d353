import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLinksToReference } from "../../../tools/docs/api-reference";
import { deadLinks } from "../../../tools/docs/dead-links";
import { groupOf, groupTitles, inOrder, titleOf } from "../../../tools/docs/navigation";
import { PAGES, ROOT } from "./support/pages";

describe("the navigation", () => {
  it.each([
    ["README.md", "Get started"],
    ["docs/guides/changes.md", "Guides"],
    ["docs/guides/something-new.md", "Guides"],
    ["docs/guides/elastic-fleet.md", "Components"],
    ["docs/guides/error-catalogue.md", "Reference"],
    ["examples/minimal/README.md", "Examples"],
    ["CHANGELOG.md", "Project"],
  ])("has %s below %s", (page, group) => {
    expect(groupOf(page, ["elastic-fleet"])).toBe(group);
    expect(groupTitles).toContain(group);
  });

  it("begins with the pages that have a place of their own, and forgets none", () => {
    const pages = ["docs/guides/b.md", "docs/guides/a.md", "CHANGELOG.md", "README.md"];
    expect(inOrder(pages)).toEqual(["README.md", "CHANGELOG.md", "docs/guides/a.md", "docs/guides/b.md"]);
    expect([...inOrder(PAGES)].sort()).toEqual([...PAGES].sort());
  });

  it("calls a page by its first heading, unless that is the name of the whole site", () => {
    expect(titleOf("docs/guides/x.md", "text\n\n# The `x` of it\n\n# Another")).toBe("The x of it");
    expect(titleOf("README.md", "# pulumi-otc-autoscaling")).toBe("The package at a glance");
    expect(titleOf("docs/guides/tags.md", "no heading")).toBe("tags");
  });
});

describe("a link inside the site", () => {
  const site = (html: string) => ({
    pages: new Map([
      ["index.html", '<h2 id="here"></h2>'],
      ["documents/A.html", html],
    ]),
    files: new Set(["index.html", "documents/A.html", "assets/style.css"]),
  });

  it("is alive when its file and its anchor are there, and when it leads out of the site", () => {
    const html =
      '<a href="../index.html#here" id="own"></a><a href="#own"></a><link href="../assets/style.css"/>' +
      '<a href="https://example.com/nothing"></a><img src="data:image/png;base64,AA=="/>';
    expect(deadLinks(site(html))).toEqual([]);
  });

  it.each(["../nothing.html", "../index.html#nothing", "#nothing", "/index.html"])(
    "is dead when it is %s",
    (link) => {
      expect(deadLinks(site(`<a class="x" href="${link}">y</a>`))).toEqual([`documents/A.html: ${link}`]);
    },
  );
});

describe("an id of a page of the API reference", () => {
  const REFERENCE = "https://docs.otc.t-systems.com/auto-scaling/api-ref";

  it("becomes a link to it, wherever it stands in a text", () => {
    expect(withLinksToReference("see as_06_0101, as_07_0102")).toBe(
      `see [as_06_0101](${REFERENCE}/apis/as_groups/creating_an_as_group.html), [as_07_0102](${REFERENCE}/appendix/error_codes.html)`,
    );
  });

  it("stays as it is when it is one of another book", () => {
    expect(withLinksToReference("UMN:as_04_0103, has_06_0101")).toBe("UMN:as_04_0103, has_06_0101");
  });

  it("has an address when a docstring of the package names it", () => {
    const sources = ["provider/resource", "provider/lookup", "components"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(join(ROOT, folder, file), "utf8")),
    );
    const ids = new Set(sources.flatMap((text) => text.match(/\bas_\d{2}_\d{4}\b/g) ?? []));
    expect([...ids]).toContain("as_06_0101");
    expect([...ids].filter((id) => withLinksToReference(id) === id)).toEqual([]);
  });
});
