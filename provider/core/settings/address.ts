/** Addresses to which a password or a token is sent. */
import * as E from "fp-ts/Either";
import { lookUp, type SettingName, type Sources, waysToGive } from "./source";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const isSafe = ({ protocol, hostname, username, password }: URL): boolean =>
  username === "" &&
  password === "" &&
  (protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname)));

/** An address, if it is given; encrypted, or on this machine. The address itself is not shown: it may hold a password. */
export const addressOf = (
  sources: Sources,
  name: SettingName,
  label: string,
): E.Either<readonly string[], string | undefined> => {
  const address = lookUp(sources, name)?.trim();
  return address === undefined || (URL.canParse(address) && isSafe(new URL(address)))
    ? E.right(address)
    : E.left([
        `${label} must be an https address without user and password (http only on this machine): ${waysToGive(name)}`,
      ]);
};
