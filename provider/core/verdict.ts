/** What a look at something that is being waited for says. */

/** Done, not yet (and how far), or never. */
export type Verdict =
  | { readonly kind: "done" }
  | { readonly kind: "pending"; readonly state: string }
  | { readonly kind: "failed"; readonly state: string; readonly evidence: string };
