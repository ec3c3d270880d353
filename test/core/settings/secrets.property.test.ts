/** Whatever is given where, no message shows a secret. */
import * as E from "fp-ts/Either";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeSettings, settingsWarnings } from "../../../provider/core/settings";
import { decodeCloud } from "../../../provider/core/settings/cloud";

const SEED = 20261124;

/** Stands out, and is not what it should be wherever it is put. */
const SECRET = "hunter2 https://u:hunter2@iam.example/#hunter2";

const any = fc.constantFrom(undefined, "", "x", "true", "https://iam.example", "http://iam.example", SECRET);

const bag = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(SECRET, "true", ""), { maxKeys: 3 });

const VARIABLES = [
  ..."AUTH_URL TOKEN ACCESS_KEY SECRET_KEY SECURITY_TOKEN USERNAME USER_ID PASSWORD".split(" "),
  ..."DOMAIN_NAME PROJECT_NAME PROJECT_ID AGENCY_NAME AGENCY_DOMAIN_NAME REGION_NAME CACERT INSECURE".split(
    " ",
  ),
].map((name) => `OS_${name}`);

const KEYS =
  "authUrl token accessKey secretKey securityToken userName userId password domainName projectName agencyName region endpoint caCert insecure"
    .split(" ")
    .map((name) => `otc:${name}`);

const scalar = fc.oneof(any, fc.constant([SECRET]), fc.constant({ [SECRET]: SECRET }));
const entry = fc.oneof(
  scalar,
  fc.record(
    {
      auth_type: fc.constantFrom("password", "token", "aksk", "agency", SECRET),
      profile: fc.constantFrom("otc", SECRET),
      region_name: scalar,
      verify: scalar,
      ak: scalar,
      sk: scalar,
      auth: fc.oneof(
        scalar,
        fc.record(
          {
            auth_url: scalar,
            username: scalar,
            password: scalar,
            token: scalar,
            ak: scalar,
            sk: scalar,
            project_name: scalar,
            user_domain_name: scalar,
            target_agency_name: scalar,
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
);

/** Settings that are complete, so that what is put over them is not always reported as missing. */
const complete = {
  OS_AUTH_URL: "https://iam.example",
  OS_PROJECT_ID: "p",
  OS_USER_ID: "u",
  OS_PASSWORD: SECRET,
};

it("no problem and no warning shows a secret", () => {
  const seen = { problems: 0, warnings: 0, clouds: 0 };
  const base = fc.constantFrom({}, complete);
  fc.assert(
    fc.property(base, bag(VARIABLES), bag(KEYS), entry, (usual, variables, keys, cloud) => {
      const read = decodeCloud("c", {
        clouds: { path: "clouds.yaml", content: { clouds: { c: cloud } } },
        lookedFor: [],
      });
      if (E.isLeft(read)) expect(read.left.join("\n")).not.toContain("hunter2");
      const found = {
        environment: { ...usual, ...variables },
        configuration: (key: string) => keys[key],
        ...(E.isRight(read) ? { cloud: read.right } : {}),
      };
      const settings = decodeSettings(found);
      const said = E.isLeft(settings) ? settings.left.problems : settingsWarnings(found, settings.right);
      expect(said.join("\n")).not.toContain("hunter2");
      seen.problems += E.isLeft(settings) ? 1 : 0;
      seen.warnings += E.isRight(settings) && said.length > 0 ? 1 : 0;
      seen.clouds += E.isRight(read) ? 1 : 0;
    }),
    { seed: SEED, numRuns: 2000 },
  );
  // All of it happens often enough for the property to mean something.
  expect(Object.entries(seen).filter(([, times]) => times < 20)).toEqual([]);
});
