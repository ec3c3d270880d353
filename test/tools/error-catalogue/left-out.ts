/** Codes that the documents name and the catalogue does not, by why. */

/** Each with what completes "…, because". */
export const leftOut: readonly { readonly codes: readonly string[]; readonly because: string }[] = [
  {
    codes: ["AS.1038", "AS.1039", "AS.1040"],
    because: "AS configurations are deleted one by one, not several at once",
  },
  { codes: ["AS.1009"], because: "the id of the group is always given" },
  {
    codes: [
      ...["AS.1020", "AS.1057", "AS.1058", "AS.1059", "AS.1060", "AS.1061", "AS.1068", "AS.1069"],
      ...["AS.1072", "AS.1076", "AS.7011", "AS.7016", "AS.7066"],
    ],
    because: "the documents have taken them back, and name them in their history only, without a meaning",
  },
];
