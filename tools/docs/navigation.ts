/** Which page stands where in the navigation of the site. Pages that are not named here find their place by their path. */

/** A group of pages, in the order in which they are read. */
interface Group {
  readonly title: string;
  readonly pages: readonly string[];
}

const guides = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `docs/guides/${name}.md`);

/** The groups of the site. The API of the package stands in the reference, too. */
const groups = {
  start: {
    title: "Get started",
    pages: [...guides("quick-start"), "README.md", ...guides("sign-in", "testing")],
  },
  guides: { title: "Guides", pages: guides("changes", "adopting", "as-configuration", "as-policy") },
  components: { title: "Components", pages: [] },
  recipes: { title: "Recipes", pages: guides("recipes", "faq", "migration") },
  reference: {
    title: "Reference",
    pages: guides("locked-fields", "error-catalogue", "lookups", "coverage"),
  },
  examples: { title: "Examples", pages: ["examples/README.md", "examples/minimal/README.md"] },
  project: {
    title: "Project",
    pages: [
      "simulator/README.md",
      "simulator/FIDELITY.md",
      ...guides("architecture"),
      "CONTRIBUTING.md",
      "CHANGELOG.md",
    ],
  },
} as const satisfies Readonly<Record<string, Group>>;

const all: readonly Group[] = Object.values(groups);

/** The group in which the modules stand. */
export const API_GROUP = groups.reference.title;

/** The titles, in the order of the navigation. */
export const groupTitles: readonly string[] = all.map(({ title }) => title);

const nameOf = (page: string): string => page.replace(/^.*\//, "").replace(/\.md$/, "");

/**
 * The group of a page.
 *
 * @param page path from the root of the repository
 * @param components names of the components, as their guides are named: `elastic-fleet`
 */
export const groupOf = (page: string, components: readonly string[]): string => {
  const named = all.find(({ pages }) => pages.includes(page));
  if (named !== undefined) return named.title;
  if (page.startsWith("examples/")) return groups.examples.title;
  return components.includes(nameOf(page)) ? groups.components.title : groups.guides.title;
};

/** Pages in the order of the navigation: those that are named first, the others by their names. */
export const inOrder = (pages: readonly string[]): readonly string[] => {
  const named = all.flatMap((group) => group.pages);
  return [
    ...named.filter((page) => pages.includes(page)),
    ...pages.filter((page) => !named.includes(page)).sort(),
  ];
};

/** Pages whose heading is a name that the whole site bears. */
const titles: Readonly<Record<string, string>> = {
  "README.md": "The package at a glance",
  "simulator/README.md": "The simulator",
};

/** The title of a page: its first heading, without the marks of code, if it has no title of its own. */
export const titleOf = (page: string, markdown: string): string =>
  titles[page] ?? /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll("`", "").trim() ?? nameOf(page);

/** How much a page counts in a search, by its path; the first pattern that fits. A symbol and any other page count 1. */
const relevance: readonly (readonly [RegExp, number])[] = [
  [/^docs\/guides\/error-catalogue\.md$/, 300],
  // The word of its subject, "drain", is the name of several arguments.
  [/^docs\/guides\/changes\.md$/, 100],
  [/^docs\/guides\//, 30],
  [/^README\.md$/, 10],
  [/^examples\//, 5],
];

/**
 * How much a page counts in a search. Guides are longer than the text of a symbol, by which they would lose; whoever
 * searches for a code wants the catalogue, which is longer still.
 */
export const relevanceOf = (page: string): number =>
  relevance.find(([pattern]) => pattern.test(page))?.[1] ?? 1;
