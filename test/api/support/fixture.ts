/** Answers of the service as its documents show them, with other values. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** A fresh copy of a recorded answer. */
export const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(__dirname, "../../fixtures/api", `${name}.json`), "utf8")) as unknown;
