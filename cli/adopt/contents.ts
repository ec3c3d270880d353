/** What an AS configuration puts into instances. It may hold secrets, so no program shows it. */
import type { AsConfiguration } from "../../provider/core/as-configuration/model";

/** A part, by the name under which it is asked for, and its text as programs write it. */
export interface Content {
  /** `user-data`, `metadata`, or `file:` and a path. */
  readonly part: string;
  readonly text: string;
  /** It is no text, so that it stays in base64. */
  readonly isBase64: boolean;
}

const decoded = (base64: string): Omit<Content, "part"> => {
  const text = Buffer.from(base64, "base64").toString("utf8");
  return Buffer.from(text, "utf8").toString("base64") === base64
    ? { text, isBase64: false }
    : { text: base64, isBase64: true };
};

/** All parts that a configuration has. */
export const contentsOf = ({ instanceConfig }: AsConfiguration): readonly Content[] => {
  const { userData, personality, metadata } = instanceConfig;
  return [
    ...(userData === undefined || userData === "" ? [] : [{ part: "user-data", ...decoded(userData) }]),
    ...personality.map(({ path, content }) => ({ part: `file:${path}`, ...decoded(content) })),
    ...(Object.keys(metadata).length === 0
      ? []
      : [{ part: "metadata", text: JSON.stringify(metadata), isBase64: false }]),
  ];
};
