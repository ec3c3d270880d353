/** How users sign in to the ECSs of an AS configuration. */
import { refuse } from "../refusal";
import type { Variants } from "../variants";

const PASSWORD_LENGTH = { min: 8, max: 26 } as const;
const PASSWORD_CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[!@$%^\-_=+[{}\]:,./?]/];
const PASSWORD_CHARACTERS = /^[a-zA-Z\d!@$%^\-_=+[{}\]:,./?]*$/;

/** AS.1035. */
export function checkPassword(password: unknown): void {
  const isStrong =
    typeof password === "string" &&
    password.length >= PASSWORD_LENGTH.min &&
    password.length <= PASSWORD_LENGTH.max &&
    PASSWORD_CHARACTERS.test(password) &&
    PASSWORD_CLASSES.filter((characters) => characters.test(password)).length >= 3;
  if (!isStrong) throw refuse("AS.1035", "admin_pass breaks the complexity rules");
}

/** Which login methods a configuration may have, see the variant `login`. AS.1025, AS.1026, AS.1050. */
export function checkLogin(hasKey: boolean, hasPassword: boolean, { login }: Variants): void {
  if (!hasKey && !hasPassword) throw refuse("AS.1026", "no login method is given");
  if (hasKey && hasPassword && login !== "any")
    throw refuse("AS.1025", "more than one login method is given");
  if (!hasKey && login === "key") throw refuse("AS.1050", "login needs key_name");
}
