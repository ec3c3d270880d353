/** Makes the site with TypeDoc: guides, examples and the API, with one navigation. */
import { readFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { Application, CommentDisplayPart, ProjectReflection } from "typedoc" with {
  "resolution-mode": "import",
};
import { withLinksToReference } from "./api-reference";
import { API_GROUP, groupOf, groupTitles, inOrder, relevanceOf, titleOf } from "./navigation";
import { componentsOf, pagesOf } from "./pages";

/** Entry points by the names under which programs import them. */
const MODULES: Readonly<Record<string, string>> = {
  provider: "pulumi-otc-autoscaling",
  components: "pulumi-otc-autoscaling/components",
};

/** Turns the ids of pages of the API reference, which docstrings and guides name, into links. */
const linkReference = (project: ProjectReflection): void => {
  const link = (parts: readonly CommentDisplayPart[]): void => {
    for (const part of parts) if (part.kind === "text") part.text = withLinksToReference(part.text);
  };
  for (const reflection of Object.values(project.reflections)) {
    if (reflection.isDocument()) link(reflection.content);
    const { summary = [], blockTags = [] } = reflection.comment ?? {};
    for (const parts of [summary, ...blockTags.map(({ content }) => content)]) link(parts);
  }
};

/** Gives documents and modules their titles and their places. */
const arrange = async ({ converter }: Application, root: string): Promise<void> => {
  const { Comment, CommentTag, Converter, ReflectionKind } = await import("typedoc");
  const components = componentsOf(root);
  converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const { files } = document.project;
    const path = files.getReflectionPath(document);
    if (path === undefined) return;
    const page = relative(root, path);
    document.name = titleOf(page, readFileSync(path, "utf8"));
    document.frontmatter["group"] = groupOf(page, components);
    document.relevanceBoost = relevanceOf(page);
    // A link to a folder leads to what the folder says about itself.
    if (basename(page) === "README.md")
      for (const folder of [dirname(path), `${dirname(path)}/`])
        files.registerReflectionPath(folder as typeof path, document);
  });
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    linkReference(project);
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      module.name = MODULES[module.name] ?? module.name;
      module.comment ??= new Comment();
      module.comment.blockTags.push(new CommentTag("@group", [{ kind: "text", text: API_GROUP }]));
    }
  });
};

/** Writes the site. @returns false when something is wrong, which has been said then */
export const writeSite = async (root: string, out: string): Promise<boolean> => {
  const { Application, TSConfigReader, TypeDocReader } = await import("typedoc");
  const app = await Application.bootstrapWithPlugins(
    { projectDocuments: [...inOrder(pagesOf(root))], groupOrder: [...groupTitles], out },
    [new TypeDocReader(), new TSConfigReader()],
  );
  await arrange(app, root);
  const project = await app.convert();
  if (project === undefined) return false;
  app.validate(project);
  const { logger } = app;
  if (!logger.hasErrors() && !logger.hasWarnings()) await app.generateOutputs(project);
  return !logger.hasErrors() && !logger.hasWarnings() && logger.validationWarningCount === 0;
};
