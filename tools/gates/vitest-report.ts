import { isRight } from "fp-ts/Either";
import * as t from "io-ts";

/** What is read of the report that vitest's JSON reporter writes. */
const VitestReport = t.type({
  testResults: t.array(t.type({ status: t.string, assertionResults: t.array(t.type({ status: t.string })) })),
});

export type VitestReport = t.TypeOf<typeof VitestReport>;

/** `undefined` when the run was cut off before the report was complete. */
export function parseVitestReport(text: string): VitestReport | undefined {
  try {
    const decoded = VitestReport.decode(JSON.parse(text));
    return isRight(decoded) ? decoded.right : undefined;
  } catch {
    return undefined;
  }
}
