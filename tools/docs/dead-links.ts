/** Links inside a site that lead nowhere. Pure: it is told what the site holds. */
import { posix } from "node:path";

/** A site: its pages with their text, and the names of all its files. */
export interface Site {
  /** HTML by path from the root of the site. */
  readonly pages: ReadonlyMap<string, string>;
  readonly files: ReadonlySet<string>;
}

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));

const anchorsIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id));

const isInternal = (link: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link);

/** The dead links, each with the page on which it stands. */
export const deadLinks = ({ pages, files }: Site): readonly string[] => {
  const anchors = new Map([...pages].map(([page, html]) => [page, anchorsIn(html)]));
  const isDead = (page: string, link: string): boolean => {
    const [path = "", anchor = ""] = link.split("#");
    const target = path === "" ? page : posix.join(posix.dirname(page), decodeURI(path));
    // A site that lies in a subdirectory, or is opened from a disk, has no root of its own.
    if (path.startsWith("/") || !files.has(target)) return true;
    return anchor !== "" && anchors.get(target)?.has(decodeURIComponent(anchor)) === false;
  };
  return [...pages].flatMap(([page, html]) =>
    [...new Set(linksIn(html))]
      .filter((link) => isInternal(link) && isDead(page, link))
      .map((link) => `${page}: ${link}`),
  );
};
