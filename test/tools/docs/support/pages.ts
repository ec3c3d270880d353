/** The hand-written documentation, parsed. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pagesOf } from "../../../../tools/docs/pages";
import { lexer, walkTokens, type Token, type Tokens } from "marked";

export const ROOT = resolve(__dirname, "../../../..");

/** A page and everything on it. */
export interface Page {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly tokens: readonly Token[];
}

export const parsePage = (file: string, markdown: string): Page => {
  const tokens: Token[] = [];
  void walkTokens(lexer(markdown), (token) => {
    tokens.push(token);
  });
  return { file, tokens };
};

export const readPage = (file: string): Page => parsePage(file, readFileSync(join(ROOT, file), "utf8"));

/** The pages that speak to users: those of the site, and its front page. */
export const PAGES: readonly string[] = ["docs/welcome.md", ...pagesOf(ROOT)];

const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";
const isLink = (token: Token): token is Tokens.Link => token.type === "link";
const isTable = (token: Token): token is Tokens.Table => token.type === "table";
const isCode = (token: Token): token is Tokens.Code => token.type === "code";

/** The blocks of code in a language. */
export const codeBlocks = ({ tokens }: Page, language: string): readonly string[] =>
  tokens
    .filter(isCode)
    .filter(({ lang }) => lang === language)
    .map(({ text }) => text);

/** The languages of the blocks of code; empty where none is named. */
export const languages = ({ tokens }: Page): readonly string[] =>
  tokens.filter(isCode).map(({ lang = "" }) => lang);

/** The rows of the first table below a heading, cell by cell, without the marks of code. */
export const tableBelow = ({ file, tokens }: Page, heading: string): readonly (readonly string[])[] => {
  const start = tokens.findIndex((token) => isHeading(token) && token.text === heading);
  const table = tokens.slice(start + 1).find(isTable);
  if (start === -1 || table === undefined) throw new Error(`${file} has no table below "${heading}"`);
  return table.rows.map((row) => row.map(({ text }) => text.replaceAll("`", "")));
};

/** The anchor that GitHub gives to a heading. */
const anchorOf = ({ text }: Tokens.Heading): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

const anchors = ({ tokens }: Page): ReadonlySet<string> => new Set(tokens.filter(isHeading).map(anchorOf));

const isRelative = (href: string): boolean => !/^[a-z]+:/i.test(href);

/** The links of a page inside the repository. */
export const relativeLinks = ({ tokens }: Page): readonly string[] =>
  tokens
    .filter(isLink)
    .map(({ href }) => href)
    .filter(isRelative);

/** The relative links of a page that lead to no file, or to no heading. */
export const brokenLinks = (page: Page): readonly string[] =>
  relativeLinks(page).filter((href) => {
    const [path = "", anchor] = href.split("#");
    const file = path === "" ? page.file : join(dirname(page.file), path);
    if (!existsSync(join(ROOT, file))) return true;
    if (anchor === undefined) return false;
    return !anchors(path === "" ? page : readPage(file)).has(anchor);
  });
