/** The layers of provider/: imports go downward only. See docs/guides/architecture.md. */
const provider = (layers) => `^provider/(${layers})/`;

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "core-is-pure",
      comment: "core knows neither Pulumi nor axios nor Node: a native provider plugin is to reuse it",
      severity: "error",
      from: { path: "^provider/core/" },
      to: { pathNot: ["^provider/core/", "node_modules/(fp-ts|io-ts)/"] },
    },
    {
      name: "api-looks-down",
      severity: "error",
      from: { path: "^provider/api/" },
      to: { path: [provider("resource|lookup|runtime|service|wait"), "^components/", "@pulumi/"] },
    },
    {
      name: "wait-looks-down",
      severity: "error",
      from: { path: "^provider/wait/" },
      to: {
        path: [
          provider("resource|lookup|runtime|service|api"),
          "^components/",
          "@pulumi/",
          "node_modules/axios",
        ],
      },
    },
    {
      name: "service-looks-down",
      severity: "error",
      from: { path: "^provider/service/" },
      to: { path: [provider("resource|lookup|runtime"), "^components/", "@pulumi/", "node_modules/axios"] },
    },
    {
      name: "runtime-looks-down",
      severity: "error",
      from: { path: "^provider/runtime/" },
      to: { path: [provider("resource|lookup"), "^components/", "node_modules/axios"] },
    },
    {
      name: "resources-are-thin",
      comment:
        "a shell registers arguments; everything else is loaded by the engine through the frozen subpath",
      severity: "error",
      from: { path: "^provider/resource/" },
      to: { path: [provider("lookup|runtime|service|wait|api"), "node_modules/(axios|fp-ts|io-ts)"] },
    },
    {
      name: "lookups-are-thin",
      comment:
        "a program that looks up nothing loads nothing for it: the runtime comes with the first question",
      severity: "error",
      from: { path: "^provider/lookup/" },
      to: {
        path: [provider("resource|runtime|service|wait|api"), "node_modules/(axios|fp-ts|io-ts)"],
        dependencyTypesNot: ["type-only", "dynamic-import"],
      },
    },
    {
      name: "components-use-resources",
      comment: "a component declares resources and asks look-ups, as a program does; it reaches no service",
      severity: "error",
      from: { path: "^components/" },
      to: { path: provider("runtime|service|wait|api") },
    },
    {
      name: "plans-of-components-are-pure",
      comment: "what a component decides is tested without an engine",
      severity: "error",
      from: { path: "^components/[^/]+/plan/" },
      to: {
        path: [provider("resource|lookup"), "^components/(?![^/]+/plan/)", "@pulumi/", "^(node:)?[a-z_]+$"],
      },
    },
    {
      name: "nothing-needs-components",
      severity: "error",
      from: { path: "^(provider|cli|simulator)/" },
      to: { path: "^components/" },
    },
    {
      name: "cli-looks-down",
      comment: "the executable does what the provider does, outside of the engine",
      severity: "error",
      from: { path: "^cli/" },
      to: { path: [provider("resource"), "^components/", "@pulumi/", "node_modules/axios"] },
    },
    {
      name: "nothing-needs-the-cli",
      severity: "error",
      from: { path: "^(provider|components|simulator|demo)/" },
      to: { path: "^cli/" },
    },
    {
      name: "axios-in-one-file",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/api/http\\.ts$" },
      to: { path: "node_modules/axios" },
    },
    {
      name: "yaml-in-one-file",
      comment: "its messages quote the text, which may hold a password",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/runtime/settings/yaml-text\\.ts$" },
      to: { path: "node_modules/yaml/" },
    },
    {
      name: "signatures-in-api",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/api/" },
      to: { path: "^(node:)?crypto$" },
    },
    {
      name: "files-in-runtime",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/runtime/" },
      to: { path: "^(node:)?(fs|os|path)(/|$)" },
    },
    {
      name: "simulator-stands-alone",
      comment: "both sides are written from the documentation, so that a shared misreading cannot hide",
      severity: "error",
      from: { path: "^simulator/" },
      to: { path: ["^provider/", "^components/", "^test/"] },
    },
    {
      name: "nothing-ships-the-simulator-or-tests",
      severity: "error",
      from: { path: "^(provider|components)/" },
      to: { path: ["^simulator/", "^test/", "^tools/", "otc-as-simulator"] },
    },
  ],
  options: {
    // What is built or generated may be imported, but is not judged.
    doNotFollow: { path: ["node_modules", "(^|/)dist/", "^docs/site/", "^\\.demo/", "^\\.playground"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
