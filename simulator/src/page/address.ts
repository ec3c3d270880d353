/** Who may use the administration and the page: whoever addresses this machine, and no foreign web page. */
import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address, without brackets, can be reached from this machine only. */
export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** What a request says about where it comes from and where it goes. */
export interface Provenance {
  readonly method: string;
  readonly host: string | undefined;
  /** Absent unless a browser sends the request. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`; absent unless a browser sends the request. */
  readonly fetchSite: string | undefined;
}

function namesThisMachine(host: string): boolean {
  const name = /^(.*?)(:\d+)?$/.exec(host)?.[1] ?? "";
  return name === "localhost" || isLoopback(name.replace(/^\[(.*)\]$/, "$1"));
}

/**
 * Why a request is not served; undefined when it is. A foreign page reaches a loopback address by a name of its own
 * that leads there (its `Host` tells), or by sending a write across origins (its `Origin` tells).
 */
export function whyForeign({ method, host = "", origin, fetchSite }: Provenance): string | undefined {
  if (!namesThisMachine(host)) {
    return "the Host header must name this machine: localhost or a loopback address";
  }
  if (method === "GET") return undefined;
  const sameOrigin = origin === undefined || origin === `http://${host}`;
  const sameSite = fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none";
  return sameOrigin && sameSite ? undefined : "a web page of another origin may not use the administration";
}
