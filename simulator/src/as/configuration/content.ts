/** What is put into the ECSs of an AS configuration: files, user data, metadata. */
import type { InstanceConfig } from "../model";
import { refuse } from "../refusal";
import { isObject, list, type JsonObject } from "../value";

const HIGHEST_FILES = 5;
/** Linux has paths from the root on, Windows names of files only. */
const FILE_PATH = /^(\/.+|[^/\\]+)$/;
const LARGEST_FILE_BYTES = 1024;
const LARGEST_USER_DATA_BYTES = 32 * 1024;
const LARGEST_METADATA_BYTES = 512;

/** Undefined when the text is not base64. */
function decodedBytes(text: unknown): number | undefined {
  const isBase64 =
    typeof text === "string" && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text !== "";
  return isBase64 ? Buffer.from(text, "base64").length : undefined;
}

/** Reads `personality`. AS.1027. */
export function readPersonality(value: unknown): InstanceConfig["personality"] {
  const files = list("AS.1027", "personality", (file) => {
    const bytes = isObject(file) ? decodedBytes(file["content"]) : undefined;
    if (!isObject(file) || bytes === undefined || bytes > LARGEST_FILE_BYTES) {
      throw refuse("AS.1027", `personality must hold base64 content of at most ${LARGEST_FILE_BYTES} bytes`);
    }
    if (typeof file["path"] !== "string" || !FILE_PATH.test(file["path"])) {
      throw refuse("AS.1027", "personality must hold absolute paths (Linux) or names of files (Windows)");
    }
    return { path: file["path"], content: String(file["content"]) };
  })(value);
  if (files.length > HIGHEST_FILES) throw refuse("AS.1027", `there are at most ${HIGHEST_FILES} files`);
  return files;
}

/** Reads `user_data`; an empty text means none. AS.1049. */
export function readUserData(value: unknown): string {
  if (value === "") return "";
  const bytes = decodedBytes(value);
  if (typeof value !== "string" || bytes === undefined || bytes > LARGEST_USER_DATA_BYTES) {
    throw refuse("AS.1049", `user_data must be base64 of at most ${LARGEST_USER_DATA_BYTES} bytes`);
  }
  return value;
}

/** Reads `metadata`, the password included. AS.1052. */
export function readMetadata(value: unknown): JsonObject {
  if (!isObject(value)) throw refuse("AS.1052", "metadata must be an object");
  if (Buffer.byteLength(JSON.stringify(value)) > LARGEST_METADATA_BYTES) {
    throw refuse("AS.1052", `metadata must have at most ${LARGEST_METADATA_BYTES} bytes`);
  }
  if (Object.keys(value).some((key) => /[ $.]/.test(key))) {
    throw refuse("AS.1052", "keys of metadata must not hold blanks, dollar signs or full stops");
  }
  return value;
}
