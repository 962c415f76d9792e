import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExternalVerdict } from "../../src/rule/external.js";
import { type Handler, hostOf } from "./lab.js";

/** What an address of the crowd does, and what must be said of it. */
export interface CrowdLink {
  readonly kind: string;
  readonly host: string;
  readonly path: string;
  readonly verdict: ExternalVerdict["verdict"];
  readonly fragment?: "found" | "absent" | "unknown";
}

type Expectation = readonly [
  kind: string,
  verdict: ExternalVerdict["verdict"],
  fragment?: { readonly name: string; readonly is: "found" | "absent" | "unknown" },
];

/** Every ordinary host has one of each. */
const EVERYWHERE: readonly Expectation[] = [
  ["ok", "ok"],
  ["gone404", "broken"],
  ["gone410", "broken"],
  ["slow", "ok"],
  ["chain3", "ok"],
  ["chain2gone", "broken"],
  ["loop", "broken"],
  ["head405", "ok"],
  ["head404", "ok"],
  ["once429", "ok"],
  ["error500", "unknown"],
  ["once503", "ok"],
  ["reset", "unknown"],
  ["resetOnce", "ok"],
  ["page", "ok", { name: "here", is: "found" }],
  ["page", "ok", { name: "nowhere", is: "absent" }],
  ["huge", "ok", { name: "far", is: "unknown" }],
];

/** Kinds that have hosts of their own. */
const APART: readonly (readonly [host: string, kind: string, verdict: "unknown", count: number])[] =
  [
    ["limits.lab.net", "always429", "unknown", 3],
    ["tomorrow.lab.net", "tomorrow429", "unknown", 6],
    ["hangs.lab.net", "hang", "unknown", 1],
    ["inward.lab.net", "toPrivate", "unknown", 4],
    ["walled.lab.net", "wall", "unknown", 4],
    ["many.lab.net", "chain9", "unknown", 2],
  ];

const ORDINARY_HOSTS = 8;

/** Further pages of an ordinary host. */
const ORDINARY_PAGES = 20;

/** 500 links: a host with many pages, ordinary hosts with a link of each kind and some pages, hosts with one trouble each. */
export function crowdLinks(): readonly CrowdLink[] {
  const links: CrowdLink[] = [];
  for (let host = 0; host < ORDINARY_HOSTS; host++) {
    EVERYWHERE.forEach(([kind, verdict, fragment], index) => {
      links.push({
        kind,
        host: `s${host}.lab.net`,
        path: `/${kind}/${index}${fragment === undefined ? "" : `#${fragment.name}`}`,
        verdict,
        ...(fragment === undefined ? {} : { fragment: fragment.is }),
      });
    });
  }
  for (let index = 0; index < ORDINARY_HOSTS * ORDINARY_PAGES; index++) {
    const host = `s${index % ORDINARY_HOSTS}.lab.net`;
    links.push({ kind: "ok", host, path: `/ok/more${index}`, verdict: "ok" });
  }
  for (const [host, kind, verdict, count] of APART) {
    for (let index = 0; index < count; index++)
      links.push({ kind, host, path: `/${kind}/${index}`, verdict });
  }
  links.push({ kind: "drip", host: "drips.lab.net", path: "/drip/0#x", verdict: "ok" });
  for (const host of ["a.gone-lab.net", "b.gone-lab.net"])
    links.push({ kind: "noHost", host, path: "/ok/0", verdict: "broken" });
  for (let index = 0; links.length < 500; index++) {
    const kind = index % 10 === 9 ? "gone404" : "ok";
    const verdict = kind === "ok" ? "ok" : "broken";
    links.push({ kind, host: "big.lab.net", path: `/${kind}/big${index}`, verdict });
  }
  return links;
}

/** The server of all those links. */
export function crowdHandler(port: () => number): Handler {
  const counts = new Map<string, number>();
  return (request, response) => {
    const path = request.url ?? "/";
    const [, kind = ""] = path.split("/");
    const place = hostOf(request) + path;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    const answer = ANSWERS[kind] ?? ANSWERS.ok;
    answer?.({ request, response, path, count, port: port() });
  };
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** How often the path was asked, this time included. */
  readonly count: number;
  readonly port: number;
}

const HTML = { "content-type": "text/html; charset=utf-8" };
const PAGE = '<!doctype html><title>x</title><h2 id="here">Here</h2><p>text</p>';

const ANSWERS: Readonly<Record<string, (call: Call) => void>> = {
  ok: ({ response }) => ok(response),
  page: ({ response }) => ok(response),
  gone404: ({ response }) => status(response, 404),
  gone410: ({ response }) => status(response, 410),
  slow: ({ response }) => {
    setTimeout(() => ok(response), 300);
  },
  chain3: ({ response, path }) => hop(response, path, 3),
  chain2gone: ({ response, path }) => hop(response, path, 2, 404),
  chain9: ({ response, path }) => hop(response, path, 9),
  loop: ({ response, path }) =>
    redirect(response, path.endsWith("/b") ? path.slice(0, -2) : `${path}/b`),
  head405: ({ request, response }) =>
    request.method === "HEAD" ? status(response, 405) : ok(response),
  head404: ({ request, response }) =>
    request.method === "HEAD" ? status(response, 404) : ok(response),
  once429: ({ response, count }) => (count === 1 ? limit(response, 1) : ok(response)),
  always429: ({ response }) => limit(response, 1),
  tomorrow429: ({ response }) => limit(response, 86_400),
  error500: ({ response }) => status(response, 500),
  once503: ({ response, count }) => (count === 1 ? status(response, 503) : ok(response)),
  reset: ({ request }) => request.socket.resetAndDestroy(),
  resetOnce: ({ request, response, count }) =>
    count === 1 ? request.socket.resetAndDestroy() : ok(response),
  huge: ({ request, response }) => {
    response.writeHead(200, HTML);
    if (request.method === "HEAD") response.end();
    else pour(response);
  },
  drip: ({ response }) => {
    response.writeHead(200, HTML);
    const timer = setInterval(() => response.write("x"), 50);
    response.once("close", () => clearInterval(timer));
  },
  hang: () => {},
  toPrivate: ({ response, path, port }) =>
    redirect(
      response,
      path.endsWith("0") ? `http://127.0.0.1:${port}/secret` : "http://[::ffff:10.0.0.1]/secret",
    ),
  wall: ({ response }) => {
    response.writeHead(403, { server: "cloudflare", "cf-mitigated": "challenge" }).end();
  },
};

function ok(response: ServerResponse): void {
  response.writeHead(200, HTML).end(PAGE);
}

function status(response: ServerResponse, code: number): void {
  response.writeHead(code, HTML).end("<p>no</p>");
}

function limit(response: ServerResponse, seconds: number): void {
  response.writeHead(429, { "retry-after": String(seconds) }).end();
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

/** `/kind/n` → `/kind/n/1` → `/kind/n/2` …, and in the end a page or a status. */
function hop(response: ServerResponse, path: string, hops: number, end = 200): void {
  const [, kind, name, at = "0"] = path.split("/");
  if (Number(at) < hops) redirect(response, `/${kind}/${name}/${Number(at) + 1}`);
  else if (end === 200) ok(response);
  else status(response, end);
}

/** Writes until nobody listens. */
function pour(response: ServerResponse): void {
  const chunk = "x".repeat(16_384);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
}
