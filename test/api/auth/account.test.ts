import { describe, expect, it } from "vitest";
import { domainId, projectNamed } from "../../../provider/api/auth/account";
import { errorOf, valueOf } from "../support/either";
import { type Answer, answer, stubHttp } from "../support/stub-http";

const unchanged = <A>(request: A): A => request;
const iamWith = (respond: Answer) => {
  const { http, requests } = stubHttp(respond);
  return { iam: { http, authUrl: "https://iam.example" }, requests };
};

const projects = (...names: readonly string[]) =>
  answer(200, {
    projects: names.map((name, index) => ({ id: `p${index}`, name, domain_id: "d" })),
    links: {},
  });

describe("the project of a name", () => {
  it("is the one whose name is exactly that, whatever else is answered", async () => {
    const { iam, requests } = iamWith(() => projects("eu-de_web2", "eu-de_web", "eu-de"));
    expect(await valueOf(projectNamed(iam, "eu-de_web", undefined, unchanged))).toEqual({
      id: "p1",
      name: "eu-de_web",
    });
    expect(requests).toEqual([
      {
        operation: "look up the project",
        method: "GET",
        url: "https://iam.example/v3/projects",
        query: { name: "eu-de_web" },
        idempotent: true,
      },
    ]);
  });

  it("is looked for in its domain, if that is known by id", async () => {
    const { iam, requests } = iamWith(() => projects("eu-de"));
    await valueOf(projectNamed(iam, "eu-de", { id: "d1" }, unchanged));
    await valueOf(projectNamed(iam, "eu-de", { name: "own" }, unchanged));
    expect(requests.map(({ query }) => query)).toEqual([
      { name: "eu-de", domain_id: "d1" },
      { name: "eu-de" },
    ]);
  });

  it("that several projects have is not chosen", async () => {
    const { iam } = iamWith(() => projects("eu-de", "eu-de"));
    expect(await errorOf(projectNamed(iam, "eu-de", undefined, unchanged))).toEqual({
      _tag: "Misconfigured",
      problems: [
        "there are several projects named eu-de: set OS_PROJECT_ID or OS_TENANT_ID, or run `pulumi config set otc:projectId`",
      ],
    });
  });

  it("that the key may not look up is to be given by id", async () => {
    const { iam } = iamWith(() => answer(403, { error_code: "IAM.0003", error_msg: "no rights" }));
    expect(await errorOf(projectNamed(iam, "eu-de", undefined, unchanged))).toEqual({
      _tag: "SignInFailed",
      reason:
        "this access key may not look up projects: set OS_PROJECT_ID or OS_TENANT_ID, or run `pulumi config set otc:projectId` (iam.example): no rights",
    });
  });

  it("in an answer of another form is not guessed", async () => {
    const { iam } = iamWith(() => answer(200, { projects: [{ name: "eu-de" }] }));
    expect(await errorOf(projectNamed(iam, "eu-de", undefined, unchanged))).toEqual({
      _tag: "Undecodable",
      operation: "look up the project",
      mismatches: [{ path: "projects[0].id", expected: "a string that is not empty" }],
    });
  });
});

describe("the id of a domain", () => {
  it("is not asked for when it is known", async () => {
    const { iam, requests } = iamWith(() => answer(500));
    expect(await valueOf(domainId(iam, { id: "d1" }, unchanged))).toBe("d1");
    expect(requests).toEqual([]);
  });

  it("is that of the domain whose name it is", async () => {
    const { iam } = iamWith(() => answer(200, { domains: [{ id: "d2", name: "own" }] }));
    expect(await valueOf(domainId(iam, { name: "own" }, unchanged))).toBe("d2");
    expect(await errorOf(domainId(iam, { name: "other" }, unchanged))).toEqual({
      _tag: "SignInFailed",
      reason: "there is no domain other, or this access key has no access to it",
    });
  });
});
