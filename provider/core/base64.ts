/** Base64 of texts in UTF-8, and the size of what is encoded. */

/** Bytes of a text in UTF-8. */
export const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** A text in base64. */
export const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes that a text in base64 stands for; undefined when it is not base64. */
export const decodedSize = (encoded: string): number | undefined =>
  encoded.length % 4 === 0 && BASE64.test(encoded)
    ? (encoded.length / 4) * 3 - (encoded.length - encoded.replace(/=+$/, "").length)
    : undefined;
