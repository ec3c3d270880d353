import { expect, test } from "vitest";
import { brokenLinks, PAGES, parsePage, readPage } from "./support/pages";

test.each(PAGES)("every relative link of %s leads to a file and to a heading in it", (file) => {
  expect(brokenLinks(readPage(file))).toEqual([]);
});

test("a link to a file or a heading that does not exist is broken; other links and code are not", () => {
  const page = parsePage(
    "README.md",
    [
      "# A `heading` with words",
      "[here](#a-heading-with-words) [there](LICENSE) [elsewhere](https://example.com/nothing)",
      "[no heading](#another) [no file](docs/nothing.md) [no heading there](CONTRIBUTING.md#nothing)",
      "`[code](nothing.md)`",
    ].join("\n\n"),
  );
  expect(brokenLinks(page)).toEqual(["#another", "docs/nothing.md", "CONTRIBUTING.md#nothing"]);
});
