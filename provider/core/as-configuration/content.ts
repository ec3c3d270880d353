/** What is put into instances, as arguments: user data, files and metadata. Programs write plain text. */
import * as t from "io-ts";
import { decodedSize, sizeOf } from "../base64";
import { type Decoder, decoder } from "../codec/decoder";
import { list } from "../codec/list";
import { type Breach, ruled } from "../codec/ruled";
import { text } from "../codec/scalar";
import { type Members, optional, required, structure } from "../codec/structure";
import { isAbsent, isRecord } from "../record";
import { hasUnknown } from "../unknown";

/** A file as programs write it: its text, or its bytes in base64. */
export interface FileArguments {
  readonly path: string;
  readonly content?: string;
  readonly contentBase64?: string;
}

const LARGEST_USER_DATA_BYTES = 32 * 1024;
const LARGEST_FILE_BYTES = 1024;
const MOST_FILES = 5;
const LARGEST_METADATA_BYTES = 512;

/** Text that has at most so many bytes before it is encoded. */
const plain = (most: number): Decoder<string> =>
  text((value) => value !== "" && sizeOf(value) <= most, `text of 1 to ${most} bytes in UTF-8`);

/** Text in base64 that stands for at most so many bytes. */
const encoded = (most: number): Decoder<string> =>
  text((value) => {
    const size = decodedSize(value);
    return size !== undefined && size > 0 && size <= most;
  }, `base64 of 1 to ${most} bytes`);

/** AS.1049. */
export const userData = plain(LARGEST_USER_DATA_BYTES);
/** For what is no text, such as gzip. */
export const userDataBase64 = encoded(LARGEST_USER_DATA_BYTES);

/** Linux has paths from the root on, Windows names of files only. */
const FILE_PATH = /^(\/.+|[^/\\]+)$/;

const file: Members<FileArguments> = {
  path: required(
    text((value) => FILE_PATH.test(value), "an absolute path (Linux) or the name of a file (Windows)"),
  ),
  content: optional(plain(LARGEST_FILE_BYTES)),
  contentBase64: optional(encoded(LARGEST_FILE_BYTES)),
};

/** The names of the members of a file. */
export const fileNames = Object.keys(file);

const oneContent = ({ content, contentBase64 }: FileArguments): readonly Breach[] => {
  if (content === undefined && contentBase64 === undefined)
    return [{ path: ["content"], found: undefined, expected: "content or contentBase64" }];
  return content === undefined || contentBase64 === undefined
    ? []
    : [{ path: ["contentBase64"], found: contentBase64, expected: "none beside content" }];
};

const distinctPaths = (files: readonly FileArguments[]): readonly Breach[] =>
  files.flatMap(({ path }, index) => {
    const first = files.findIndex((other) => other.path === path);
    return first === index || hasUnknown(path)
      ? []
      : [{ path: [index, "path"], found: path, expected: `another path than personality[${first}].path` }];
  });

/** AS.1027. */
export const personality = ruled(
  list(
    ruled(structure<FileArguments>("a file with path and content", file), oneContent),
    0,
    MOST_FILES,
    `a list of at most ${MOST_FILES} files`,
  ),
  distinctPaths,
);

/** The name of the password among the metadata of a program. */
const PASSWORD = "adminPass";
const WIRE_PASSWORD = "admin_pass";

/** Metadata under the keys that are sent. */
export const metadataOnWire = ({ [PASSWORD]: password, ...free }: Metadata): Metadata => ({
  ...free,
  ...(password === undefined ? {} : { [WIRE_PASSWORD]: password }),
});

type Metadata = Readonly<Record<string, string>>;

/** Keys may be confidential, so the whole is blamed and no key is shown. */
const texts: Decoder<Metadata> = decoder("an object whose members are all text", (value, context) => {
  if (!isRecord(value)) return t.failure(value, context);
  const given = Object.entries(value).filter(([, member]) => !isAbsent(member));
  return given.every(([, member]) => typeof member === "string")
    ? t.success(Object.fromEntries(given) as Metadata)
    : t.failure(value, context);
});

const PASSWORD_CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[!@$%^\-_=+[{}\]:,./?]/];
const isStrong = (password: string): boolean =>
  /^[a-zA-Z\d!@$%^\-_=+[{}\]:,./?]{8,26}$/.test(password) &&
  PASSWORD_CLASSES.filter((characters) => characters.test(password)).length >= 3;

const passwordFits = ({ [PASSWORD]: password }: Metadata): readonly Breach[] =>
  password === undefined || hasUnknown(password) || isStrong(password)
    ? []
    : [
        {
          path: [PASSWORD],
          found: password,
          expected: "8 to 26 characters of at least three kinds: A-Z, a-z, 0-9, and !@$%^-_=+[{}]:,./?",
        },
      ];

const keysFit = (given: Metadata): readonly Breach[] => {
  const keys = Object.keys(given);
  return [
    ...(keys.includes(WIRE_PASSWORD)
      ? [{ path: [WIRE_PASSWORD], found: given[WIRE_PASSWORD], expected: `the password as ${PASSWORD}` }]
      : []),
    ...(keys.some((key) => /[\s$.]/.test(key))
      ? [{ path: [], found: given, expected: "keys without blanks, dollar signs and full stops" }]
      : []),
  ];
};

const sizeFits = (given: Metadata): readonly Breach[] => {
  const size = sizeOf(JSON.stringify(metadataOnWire(given)));
  return hasUnknown(given) || size <= LARGEST_METADATA_BYTES
    ? []
    : [
        {
          path: [],
          found: given,
          expected: `at most ${LARGEST_METADATA_BYTES} bytes as JSON, not ${size}`,
        },
      ];
};

/** AS.1035, AS.1052. */
export const metadata: Decoder<Metadata> = ruled(texts, (given) => [
  ...passwordFits(given),
  ...keysFit(given),
  ...sizeFits(given),
]);
