/** A server with a certificate that only the tests trust. Its key protects nothing. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { onTestFinished } from "vitest";

const fixture = (name: string): string =>
  readFileSync(resolve(__dirname, "../../fixtures/tls", name), "utf8");

/** The certificate, which is its own authority: for localhost, 127.0.0.1 and as.example. */
export const CERTIFICATE = fixture("certificate.pem");

/** A server that is listening. */
export interface SecureServer {
  readonly port: number;
  /** Method and path of each request that it could read. */
  readonly requests: readonly string[];
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => {
      done();
    });
    server.closeAllConnections();
  });

/** Starts a server that answers everything with `{"by":"server"}`; the test's end closes it. */
export const secureServer = async (): Promise<SecureServer> => {
  const requests: string[] = [];
  const server = createServer({ cert: CERTIFICATE, key: fixture("key.pem") }, (request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    request.resume();
    response.end('{"by":"server"}');
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => closed(server));
  return { port: (server.address() as AddressInfo).port, requests };
};
