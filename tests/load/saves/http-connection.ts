import { connect, type Socket } from "node:net";

export type Answer = {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
};

/**
 * One kept-alive HTTP/1.1 connection that sends one request at a time. Plain sockets: the load must
 * cost as little as it can, since it shares the processors with what it measures.
 */
export class HttpConnection {
  private received: Buffer = Buffer.alloc(0);
  private waiting:
    | { resolve: (answer: Answer) => void; reject: (error: Error) => void }
    | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly origin: string,
  ) {
    socket.setNoDelay(true);
    socket.on("data", (data) => this.receive(data));
    socket.on("error", (error) => this.fail(error));
    socket.on("close", () => this.fail(new Error("Le serveur a fermé la connexion.")));
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new HttpConnection(socket, `http://localhost:${port}`));
      });
    });
  }

  /** Sends one request with the headers that a browser sends; the answer must say its length. */
  send(
    method: string,
    path: string,
    { body, type, headers = {} }: { body: string; type: string; headers?: Record<string, string> },
  ): Promise<Answer> {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      `Host: ${this.origin.slice("http://".length)}`,
      `Origin: ${this.origin}`,
      "Sec-Fetch-Site: same-origin",
      "Accept: */*",
      "Accept-Encoding: gzip, deflate, br",
      "Accept-Language: fr",
      "User-Agent: Mozilla/5.0 (X11; Linux x86_64) mesure",
      `Content-Type: ${type}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private receive(data: Buffer): void {
    this.received = this.received.length === 0 ? data : Buffer.concat([this.received, data]);
    const end = this.received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const headers = this.received.toString("latin1", 0, end);
    const bodyEnd = bodyEndOf(headers, this.received, end + 4);
    if (bodyEnd === undefined || this.received.length < bodyEnd) return;
    const body = this.received.toString("utf8", end + 4, bodyEnd);
    this.received = this.received.subarray(bodyEnd);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(headers.slice(9, 12)), headers, body });
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}

function bodyEndOf(headers: string, received: Buffer, start: number): number | undefined {
  const length = /^content-length: *(\d+)/im.exec(headers)?.[1];
  if (length !== undefined) return start + Number(length);
  if (!/^transfer-encoding: *chunked/im.test(headers)) return start;
  const last = received.indexOf("0\r\n\r\n", start);
  return last < 0 ? undefined : last + 5;
}
