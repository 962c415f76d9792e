import dns from "node:dns";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { LinkChecker } from "linkinator";
import { loadSources } from "./load-sources.mjs";

const ENTRY = `
export { checkExternal } from "./src/online/index.ts";
export { crowdHandler, crowdLinks } from "./tests/online/crowd.ts";
export { openLab, PATIENT } from "./tests/online/lab.ts";
`;

const SPACING_MS = 70;

/** A request that was under way when the host asked to wait is none that came too early. */
const UNDER_WAY_MS = 100;

/** With 100 requests under way its own part of an answer takes a while. */
const LINKINATOR_TIMEOUT_MS = 5_000;

/** After so long a run is given up. */
const PATIENCE_MS = 60_000;

const { checkExternal, crowdHandler, crowdLinks, openLab, PATIENT } = await loadSources(ENTRY);
const { version } = JSON.parse(
  readFileSync(new URL("node_modules/linkinator/package.json", import.meta.url), "utf8"),
);

// linkinator looks names up by itself: here every name of the server is the loopback.
const { lookup } = dns;
dns.lookup = (hostname, options, callback) => {
  if (hostname.endsWith(".gone-lab.net")) {
    const error = Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    process.nextTick(callback, error);
  } else if (hostname.endsWith(".lab.net")) lookup("127.0.0.1", options, callback);
  else lookup(hostname, options, callback);
};

const links = crowdLinks();

/** Runs a checker on a fresh server and counts what came of it. */
async function measure(name, run) {
  const limits = [];
  const answer = crowdHandler(() => lab.port);
  const lab = await openLab((request, response) => {
    if (request.url === "/index.html") {
      const list = links.map(({ host, path }) => `<a href="${lab.url(host, path)}">x</a>`);
      response.writeHead(200, { "content-type": "text/html" }).end(list.join("\n"));
      return;
    }
    response.once("finish", () => {
      if (response.statusCode !== 429) return;
      const seconds = Number(response.getHeader("retry-after"));
      const host = request.headers.host.replace(/:\d+$/, "");
      limits.push({ host, from: Date.now() + UNDER_WAY_MS, to: Date.now() + seconds * 1000 });
    });
    answer(request, response);
  });
  const begun = Date.now();
  const verdictOf = await run(lab);
  const ms = Date.now() - begun;
  const isBroken = (link) => verdictOf(lab.url(link.host, link.path), link) === "broken";
  const seen = lab.seen.filter(({ path }) => path !== "/index.html");
  const figures = {
    name,
    time: lab.isLate ? `not done after ${PATIENCE_MS / 1000} s` : `${(ms / 1000).toFixed(1)} s`,
    requests: seen.length,
    broken: links.filter(isBroken).length,
    falseBroken: countKinds(links.filter((link) => link.verdict !== "broken" && isBroken(link))),
    missed: countKinds(links.filter((link) => link.verdict === "broken" && !isBroken(link))),
    busiest: Math.max(...lab.busiest.values()),
    tooEarly: seen.filter(({ host, at }) =>
      limits.some((limit) => limit.host === host && at > limit.from && at < limit.to - 5),
    ).length,
    inward: seen.filter(({ path }) => path === "/secret").length,
  };
  await lab.close();
  console.log(figures);
  return figures;
}

function countKinds(list) {
  const kinds = Map.groupBy
    ? Map.groupBy(list, ({ kind }) => kind)
    : list.reduce((map, one) => map.set(one.kind, [...(map.get(one.kind) ?? []), one]), new Map());
  const words = [...kinds].map(([kind, { length }]) => `${length} ${kind}`);
  return words.length === 0 ? "0" : `${list.length}: ${words.join(", ")}`;
}

async function runOwn(lab) {
  const { verdicts } = await checkExternal(
    links.map((link) => ({ url: lab.url(link.host, link.path), expects: "page" })),
    { ...PATIENT, spacingMs: SPACING_MS, retries: 2, fragments: true },
    lab.environment(),
  );
  return (url, link) => {
    const { verdict, fragment } = verdicts.get(url);
    // linkinator calls a page broken when its fragment is absent.
    return link.fragment === "absent" && fragment === "absent" ? "broken" : verdict;
  };
}

const runLinkinator = (options) => async (lab) => {
  const checker = new LinkChecker();
  const path = `http://127.0.0.1:${lab.port}/index.html`;
  const states = new Map();
  checker.on("link", ({ url, state }) => states.set(url, state));
  const end = new AbortController();
  const late = wait(PATIENCE_MS, "late", { signal: end.signal }).catch(() => "late");
  const done = checker
    .check({ path, timeout: LINKINATOR_TIMEOUT_MS, ...options })
    .then(() => "done");
  lab.isLate = (await Promise.race([done, late])) === "late";
  end.abort();
  return (url) => {
    const state = states.get(url) ?? states.get(url.split("#", 1)[0]);
    return { OK: "ok", BROKEN: "broken" }[state] ?? "unknown";
  };
};

// An absent fragment is broken here, so that both are asked the same.
for (const link of links) if (link.fragment === "absent") link.verdict = "broken";

const runs = [
  await measure("copydesk", runOwn),
  await measure(`linkinator ${version}, as it comes`, runLinkinator({ checkFragments: true })),
  await measure(
    `linkinator ${version} with retries`,
    runLinkinator({ checkFragments: true, retry: true, retryErrors: true, retryErrorsCount: 2 }),
  ),
];

const rows = [
  ["time", ({ time }) => time],
  ["requests", ({ requests }) => requests],
  ["reported broken", ({ broken }) => broken],
  ["of these not broken", ({ falseBroken }) => falseBroken],
  ["broken and not reported", ({ missed }) => missed],
  ["most requests at one host at once", ({ busiest }) => busiest],
  ["requests before `Retry-After` was over", ({ tooEarly }) => tooEarly],
  ["requests to a private address", ({ inward }) => inward],
];
const line = (cells) => `| ${cells.join(" | ")} |`;
const table = [
  line(["", ...runs.map(({ name }) => name)]),
  line(["---", ...runs.map(() => "---")]),
  ...rows.map(([label, cell]) => line([label, ...runs.map(cell)])),
].join("\n");
const file = new URL("LINKINATOR.md", import.meta.url);
const [before, , after] = readFileSync(file, "utf8").split(
  /(?<=<!-- table -->\n)|(?=<!-- end -->)/,
);
writeFileSync(file, `${before}\n${table}\n\n${after}`);
console.log(table);
process.exit(0);
