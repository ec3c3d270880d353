/** A server on the loopback address whose behaviour a test scripts. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Deals with the n-th request, counted from 1. */
export type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A server that is listening. */
export interface Loopback {
  readonly url: string;
  readonly requests: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  readonly close: () => Promise<void>;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

/** Starts a server that the test's end closes. */
export const loopback = async (handler: Handler): Promise<Loopback> => {
  const requests: { method: string; url: string; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({
        method: request.method ?? "",
        url: request.url ?? "",
        body: Buffer.concat(chunks).toString(),
      });
      handler(request, response, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => closed(server);
  onTestFinished(close);
  return { url: `http://127.0.0.1:${port}`, requests, close };
};

/** Answers with JSON, or with nothing. */
export const reply = (
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, headers);
  response.end(body === undefined ? undefined : JSON.stringify(body));
};
