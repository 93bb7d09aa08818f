import { connect } from "node:net";

/** Writes bytes on a bare connection, and gives what comes back before it closes. */
export function shout(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.end(bytes));
    const finish = () => resolve(Buffer.concat(chunks).toString("utf8"));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", finish);
    socket.on("close", finish);
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

export const hostLine = "Host: jalons.test\r\n";

/** What is no request, by its name, as it is written on the connection. */
export const malformedRequests: readonly (readonly [name: string, text: string])[] = [
  ["garbage", "\0\u0001\u0002\r\n\r\n"],
  ["a header without a colon", `GET / HTTP/1.1\r\n${hostLine}sans deux-points\r\n\r\n`],
  ["a header with a null", `GET / HTTP/1.1\r\n${hostLine}X: a\0b\r\n\r\n`],
  ["a folded header", `GET / HTTP/1.1\r\n${hostLine}X: a\r\n b\r\n\r\n`],
  ["a header too long", `GET / HTTP/1.1\r\n${hostLine}Cookie: ${"a".repeat(40_000)}\r\n\r\n`],
  ["an address too long", `GET /${"a".repeat(40_000)} HTTP/1.1\r\n${hostLine}\r\n`],
  [
    "two lengths",
    `POST /connexion HTTP/1.1\r\n${hostLine}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
  ],
  ["a negative length", `POST /connexion HTTP/1.1\r\n${hostLine}Content-Length: -1\r\n\r\n`],
  [
    "a length and chunks",
    `POST /connexion HTTP/1.1\r\n${hostLine}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    "chunks of no size",
    `POST /connexion HTTP/1.1\r\n${hostLine}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`,
  ],
  ["a future version", `GET / HTTP/9.9\r\n${hostLine}\r\n`],
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
  ["two hosts", `GET / HTTP/1.1\r\n${hostLine}${hostLine}\r\n`],
  ["the whole address", `GET http://exemple.invalid/ HTTP/1.1\r\n${hostLine}\r\n`],
  ["no address at all", `GET * HTTP/1.1\r\n${hostLine}Connection: close\r\n\r\n`],
  ["a tunnel", `CONNECT exemple.invalid:443 HTTP/1.1\r\n${hostLine}\r\n`],
  ["two slashes", `GET //exemple.invalid/ HTTP/1.1\r\n${hostLine}Connection: close\r\n\r\n`],
  ["a raw accent in the address", `GET /é HTTP/1.1\r\n${hostLine}Connection: close\r\n\r\n`],
  [
    "a body cut short",
    `POST /connexion HTTP/1.1\r\n${hostLine}Origin: http://jalons.test\r\nContent-Length: 500\r\n\r\nemail=`,
  ],
];
