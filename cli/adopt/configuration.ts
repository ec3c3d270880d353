/** The declaration of a live AS configuration. */
import type { AsConfiguration } from "../../provider/core/as-configuration/model";
import { checkResource } from "../../provider/core/resource/check";
import { asConfigurationKind } from "../../provider/service/as-configuration/kind";
import { accepted, ANY_URN, argumentsOf } from "./arguments";
import { type Content, contentsOf } from "./contents";
import type { Declaration, NeededSecret } from "./declaration";
import { camelCase } from "./naming";
import { Code, printText, type Value } from "./source-text";

/** How a part is written: as itself for the check, as a value of the stack's configuration for the program. */
type Write = (content: Content) => Value;

const plain: Write = ({ part, text }) => (part === "metadata" ? (JSON.parse(text) as Value) : text);

/** Longer keys would not fit on their lines. */
const LONGEST_PREFIX = 16;

/** The start of the keys of each configuration; cut first, so that no two have the same. */
const prefixesOf = (configurations: readonly AsConfiguration[]): readonly string[] => {
  const plain = configurations.map(({ scalingConfigurationName: name }) =>
    camelCase(name).slice(0, LONGEST_PREFIX),
  );
  return configurations.map(({ scalingConfigurationId: id }, index) => {
    const prefix = plain[index] ?? "";
    return plain.indexOf(prefix) === index ? prefix : `n${id.slice(0, 8)}`;
  });
};

const nameOfPart = (part: string, index: number): string => {
  if (part === "user-data") return "UserData";
  return part === "metadata" ? "Metadata" : `File${index}`;
};

const keyOf = (prefix: string, part: string, index: number): string => `${prefix}${nameOfPart(part, index)}`;

const readSecret = (key: string, { part }: Content): Code =>
  new Code(`config.${part === "metadata" ? "requireSecretObject" : "requireSecret"}(${printText(key)})`);

const FILE = "file:";

/** A path may hold anything. */
const inShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const templateOf = ({ instanceConfig }: AsConfiguration, contents: readonly Content[], write: Write) => {
  const { flavorRef, multiFlavorPriorityPolicy, imageRef, disk, keyName, publicIp, securityGroups } =
    instanceConfig;
  const flavors = flavorRef.split(",");
  const userData = contents.find(({ part }) => part === "user-data");
  const metadata = contents.find(({ part }) => part === "metadata");
  const files = contents.filter(({ part }) => part.startsWith(FILE));
  return {
    flavorRef: flavors.length > 1 ? flavors : flavorRef,
    multiFlavorPriorityPolicy: flavors.length > 1 ? multiFlavorPriorityPolicy : undefined,
    imageRef,
    disk,
    keyName,
    personality: files.map((file) => ({
      path: file.part.slice(FILE.length),
      [file.isBase64 ? "contentBase64" : "content"]: write(file),
    })),
    publicIp,
    ...(userData === undefined
      ? {}
      : { [userData.isBase64 ? "userDataBase64" : "userData"]: write(userData) }),
    ...(metadata === undefined ? {} : { metadata: write(metadata) }),
    securityGroups,
  };
};

/**
 * The configuration. User data, files and metadata are read from the stack's configuration, where they are encrypted:
 * left out, they would be lost with the next change, which makes a new configuration.
 *
 * @param prefix of the keys, unique among the configurations of the program
 */
const declareConfiguration = (live: AsConfiguration, prefix: string): Declaration => {
  const { scalingConfigurationId: id, scalingConfigurationName: name } = live;
  const contents = contentsOf(live);
  const whole = (write: Write) =>
    argumentsOf(asConfigurationKind.table.names, {
      scalingConfigurationName: name,
      instanceConfig: templateOf(live, contents, write),
    });
  const { args, notes, lacking } = accepted(
    asConfigurationKind.table.members,
    whole(plain),
    (given) =>
      checkResource(asConfigurationKind, {}, { ...given, adoptId: id, selfUrn: ANY_URN }, 0).failures,
  );
  const keys = new Map(contents.map((content, index) => [content, keyOf(prefix, content.part, index)]));
  const hiding = whole((content) => readSecret(keys.get(content) ?? "", content));
  const secrets: readonly NeededSecret[] = [...keys].map(([{ part }, key]) => ({
    key,
    what: `${part} of AS configuration ${name}`,
    command: `npx pulumi-otc-autoscaling contents ${id} ${inShell(part)}`,
  }));
  const hasTemplate = "instanceConfig" in args;
  return {
    resource: "AsConfiguration",
    id,
    name,
    args: Object.fromEntries(
      Object.keys(args).flatMap((each) => (hiding[each] === undefined ? [] : [[each, hiding[each]]])),
    ),
    notes,
    lacking,
    secrets: hasTemplate ? secrets : [],
  };
};

/** Configurations by their ids. Each has keys of its own. */
export const declareConfigurations = (
  configurations: readonly AsConfiguration[],
): ReadonlyMap<string, Declaration> => {
  const prefixes = prefixesOf(configurations);
  return new Map(
    configurations.map((live, index) => [
      live.scalingConfigurationId,
      declareConfiguration(live, prefixes[index] ?? ""),
    ]),
  );
};
