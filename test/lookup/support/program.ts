/** A program, as far as look-ups see one: the stack's configuration, and nothing in the environment. */
import { runtime } from "@pulumi/pulumi";
import type { Simulator } from "otc-as-simulator";
import { onTestFinished } from "vitest";
import { createHttp } from "../../../provider/api/http";
import { beginProcess, surroundings } from "../../../provider/runtime/process";
import { summarize } from "../../e2e/support/calls";

/** What the calls of a program were, as `METHOD path?query` with `*` for ids, sign-ins included. */
export interface Program {
  readonly calls: () => { readonly signIns: number; readonly reads: Readonly<Record<string, number>> };
  /** Queries of the calls, without those that are not given. */
  readonly queries: () => readonly Readonly<Record<string, string>>[];
}

/** The stack configuration with which a program signs in to a simulator. */
export const configurationOf = ({ credentials }: Simulator): Record<string, string> => ({
  "otc:authUrl": credentials.authUrl,
  "otc:userName": credentials.username,
  "otc:password": credentials.password,
  "otc:domainName": credentials.domainName,
  "otc:projectName": credentials.projectName,
});

/** Begins a process with this configuration and these variables; it ends with the test. */
export const begin = (
  configuration: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): void => {
  const before = surroundings();
  const configured = runtime.allConfig();
  beginProcess({ ...before, variables, http: (options) => createHttp({ ...options, retryDelayMs: 1 }) });
  runtime.setAllConfig({ ...configuration });
  onTestFinished(() => {
    beginProcess(before);
    runtime.setAllConfig(configured);
  });
};

/** Begins a program that signs in to a simulator. */
export const programFor = (simulator: Simulator): Program => {
  begin(configurationOf(simulator));
  simulator.admin.clearRequests();
  return {
    calls: () => {
      const { signIns, reads } = summarize(simulator.admin.requests());
      return { signIns, reads };
    },
    queries: () =>
      simulator.admin
        .requests()
        .filter(({ service }) => service === "as")
        .map(({ query }) => query),
  };
};
