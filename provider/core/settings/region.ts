/** The region as projects and addresses name it. */

/** The region that a project belongs to by its name: `eu-de` for `eu-de` and `eu-de_web`. */
export const regionOfProject = (projectName: string): string | undefined => {
  const [region] = projectName.split("_");
  return region === "" ? undefined : region;
};
