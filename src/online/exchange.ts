import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { createConnector } from "./connector.js";
import type { OnlineEnvironment, OnlineSettings } from "./contract.js";

/** Most bytes of a body that are looked at. */
export const BODY_BYTES = 64 * 1024;

/** Most bytes a compressed body may become. */
const MAXIMUM_DECOMPRESSED = 4 * 1024 * 1024;

/** Longest time that a body is waited for once the headers are there. */
const BODY_MS = 5_000;

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** By name in lower case; of several values the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** `name=value` of every cookie it wants kept. */
  readonly cookies: readonly string[];
  /** The beginning of the body; empty when it was not asked for or did not come. */
  readonly body: string;
  /** Whether `body` is all there is. */
  readonly isWhole: boolean;
}

/** Sends single requests: no redirects followed, no body read beyond its beginning. */
export interface Exchange {
  /** @throws whatever keeps an answer from coming; {@link failureOf} tells what it means */
  ask(url: URL, method: "HEAD" | "GET", headers: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

export function createExchange(settings: OnlineSettings, environment: OnlineEnvironment): Exchange {
  const agent = new Agent({
    connect: createConnector(settings, environment),
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
    keepAliveTimeout: 2_000,
  });
  return {
    async ask(url, method, headers) {
      const limits = [AbortSignal.timeout(settings.timeoutMs)];
      if (environment.signal !== undefined) limits.push(environment.signal);
      const answer = await request(url, {
        dispatcher: agent,
        method,
        headers: { accept: "*/*", "accept-encoding": "gzip, br", ...headers },
        signal: AbortSignal.any(limits),
      });
      const { bytes, isWhole } = await beginningOf(answer.body, method === "GET");
      const received = firstValues(answer.headers);
      return {
        status: answer.statusCode,
        headers: received,
        cookies: [answer.headers["set-cookie"] ?? []]
          .flat()
          .map((cookie) => cookie.split(";", 1)[0] ?? ""),
        body: textOf(bytes, received["content-encoding"]),
        isWhole: isWhole && !isPart(received["content-range"]),
      };
    },
    close: () => agent.destroy(),
  };
}

/** The first bytes of a body. A body that does not come takes nothing from the answer. */
async function beginningOf(
  body: Dispatcher.ResponseData["body"],
  isWanted: boolean,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let isWhole = true;
  const timer = setTimeout(() => body.destroy(), BODY_MS);
  body.on("error", () => {});
  try {
    if (!isWanted) await body.dump({ limit: 1024 });
    else {
      for await (const chunk of body) {
        const bytes: Buffer = Buffer.from(chunk);
        chunks.push(bytes);
        size += bytes.length;
        if (size >= BODY_BYTES) {
          isWhole = false;
          break;
        }
      }
    }
  } catch {
    isWhole = false;
  } finally {
    clearTimeout(timer);
    body.destroy();
  }
  return { bytes: Buffer.concat(chunks).subarray(0, BODY_BYTES), isWhole };
}

/** Whether a `Content-Range` says that there is more than was sent. */
function isPart(range: string | undefined): boolean {
  const [, start, end, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(range ?? "") ?? [];
  return size !== undefined && !(start === "0" && Number(end) + 1 === Number(size));
}

function firstValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
}

/** What cannot be read, or becomes too large, is nothing. */
function textOf(bytes: Buffer, encoding: string | undefined): string {
  const limit = { maxOutputLength: MAXIMUM_DECOMPRESSED };
  const options = { ...limit, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (encoding === "gzip" || encoding === "x-gzip") return gunzipSync(bytes, options).toString();
    if (encoding === "deflate") return inflateSync(bytes, options).toString();
    if (encoding === "br")
      return brotliDecompressSync(bytes, {
        ...limit,
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
      }).toString();
    return bytes.toString();
  } catch {
    return "";
  }
}
