/** A proxy on the loopback address. For it, every host is on this machine. */
import { createServer, request as forward } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy that is listening. */
export interface Proxy {
  readonly url: string;
  /** Tunnels as `CONNECT host:port`, other requests as `GET http://host/path`. */
  readonly passed: readonly string[];
  /** What it was told about who uses it. */
  readonly authorizations: readonly (string | undefined)[];
}

/** Starts a proxy that leads everything to a port of this machine; the test's end closes it. */
export const proxyTo = async (port: number): Promise<Proxy> => {
  const passed: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    passed.push(`${request.method ?? ""} ${request.url ?? ""}`);
    authorizations.push(request.headers["proxy-authorization"]);
    const { pathname, search } = new URL(request.url ?? "");
    const { method = "GET", headers } = request;
    const onward = forward(
      { host: "127.0.0.1", port, method, headers, path: pathname + search },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  server.on("connect", (request, socket) => {
    passed.push(`CONNECT ${request.url ?? ""}`);
    authorizations.push(request.headers["proxy-authorization"]);
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket);
      socket.pipe(onward);
    });
    // Neither end may stay open without the other.
    const end = (): void => {
      onward.destroy();
      socket.destroy();
    };
    for (const each of [onward, socket]) each.on("error", end).on("close", end);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, passed, authorizations };
};
