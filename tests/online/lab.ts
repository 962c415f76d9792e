import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import {
  DEFAULT_ONLINE_SETTINGS,
  type OnlineEnvironment,
  type OnlineSettings,
} from "../../src/online/index.js";

/** A request as the server saw it. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly at: number;
}

/** A server on the loopback that stands for every host of a test. */
export interface Lab {
  readonly port: number;
  readonly seen: Seen[];
  /** The most requests that were under way at once, by host. */
  readonly busiest: ReadonlyMap<string, number>;
  /** An address at a host of the lab. */
  url(host: string, path: string): string;
  environment(changes?: Partial<OnlineEnvironment>): OnlineEnvironment;
  close(): Promise<void>;
}

/** A public address, so that the policy lets it pass; connections go to the loopback. */
const PUBLIC = "93.184.216.34";

/** Quick, and otherwise as by default. */
export const QUICK: OnlineSettings = {
  ...DEFAULT_ONLINE_SETTINGS,
  spacingMs: 0,
  connectTimeoutMs: 500,
  timeoutMs: 1_000,
  retries: 0,
  retryAfterLimitMs: 3_000,
};

/** Sleeps, but never long. */
export const brief: OnlineEnvironment["sleep"] = async (ms, signal) => {
  await wait(Math.min(ms, 20), undefined, signal === undefined ? {} : { signal });
};

/** For a server that many requests keep busy. */
export const PATIENT: OnlineSettings = { ...QUICK, connectTimeoutMs: 1_500, timeoutMs: 2_000 };

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export async function openLab(handler: Handler): Promise<Lab> {
  const seen: Seen[] = [];
  const underWay = new Map<string, number>();
  const busiest = new Map<string, number>();
  const server = createServer((request, response) => {
    const host = hostOf(request);
    const { url = "", method = "", headers } = request;
    seen.push({ host, path: url, method, headers, at: Date.now() });
    const count = (underWay.get(host) ?? 0) + 1;
    underWay.set(host, count);
    busiest.set(host, Math.max(busiest.get(host) ?? 0, count));
    response.once("close", () => underWay.set(host, (underWay.get(host) ?? 0) - 1));
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    busiest,
    url: (host, path) => `http://${host}:${port}${path}`,
    environment: (changes = {}) => ({
      now: Date.now,
      sleep: async (ms, signal) => {
        await wait(ms, undefined, signal === undefined ? {} : { signal });
      },
      random: () => 0.1,
      resolver: async (hostname) => {
        if (hostname.endsWith(".gone-lab.net"))
          throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
        return [{ address: PUBLIC, family: 4 }];
      },
      env: {},
      reach: () => ({ address: "127.0.0.1", family: 4 }),
      ...changes,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The host that a request names, without port. */
export function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? "").replace(/:\d+$/, "");
}

/** Requests for pages. */
export function pages(...urls: readonly string[]) {
  return urls.map((url) => ({ url, expects: "page" }) as const);
}
