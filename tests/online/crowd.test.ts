import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, it } from "vitest";
import { z } from "zod";
import { checkExternal } from "../../src/online/index.js";
import { crowdHandler, crowdLinks } from "./crowd.js";
import { openLab, PATIENT } from "./lab.js";

const SPACING_MS = 70;

const created = z.object({ request: z.object({ origin: z.string(), path: z.string() }) });
const answered = created.extend({
  response: z.object({ statusCode: z.number(), headers: z.array(z.instanceof(Uint8Array)) }),
});

/** Watches the client for requests that it begins although a `Retry-After` it has received asks it to wait. */
function watchImpatience() {
  const notBefore = new Map<string, number>();
  const tooEarly: string[] = [];
  const onCreate = (message: unknown): void => {
    const { origin, path } = created.parse(message).request;
    if (Date.now() < (notBefore.get(origin) ?? 0) - 5) tooEarly.push(origin + path);
  };
  const onAnswer = (message: unknown): void => {
    const { request, response } = answered.parse(message);
    if (response.statusCode !== 429) return;
    const headers = response.headers.map((value) => Buffer.from(value).toString().toLowerCase());
    const seconds = Number(headers[headers.indexOf("retry-after") + 1]);
    const until = Date.now() + seconds * 1000;
    notBefore.set(request.origin, Math.max(until, notBefore.get(request.origin) ?? 0));
  };
  subscribe("undici:request:create", onCreate);
  subscribe("undici:request:headers", onAnswer);
  return {
    tooEarly,
    limited: notBefore,
    stop() {
      unsubscribe("undici:request:create", onCreate);
      unsubscribe("undici:request:headers", onAnswer);
    },
  };
}

it("judges 500 links of every kind rightly, gently, and nearly as fast as the slowest host allows", async () => {
  const links = crowdLinks();
  expect(links).toHaveLength(500);
  const lab = await openLab(crowdHandler(() => lab.port));
  const watch = watchImpatience();
  try {
    const url = (link: (typeof links)[number]): string => lab.url(link.host, link.path);
    const begun = Date.now();
    const { verdicts, asked, interrupted } = await checkExternal(
      links.map((link) => ({ url: url(link), expects: "page" })),
      { ...PATIENT, spacingMs: SPACING_MS, retries: 2, fragments: true },
      lab.environment(),
    );
    const took = Date.now() - begun;

    const wrong = links.filter((link) => {
      const verdict = verdicts.get(url(link));
      const isRight = verdict?.verdict === link.verdict;
      return !isRight || (link.fragment !== undefined && verdict?.fragment !== link.fragment);
    });
    expect(wrong.map((link) => [link.host, link.path, verdicts.get(url(link))])).toEqual([]);
    expect({ asked, interrupted }).toEqual({ asked: 500, interrupted: false });
    expect(watch.limited.size).toBeGreaterThan(8);
    expect(watch.tooEarly).toEqual([]);
    expect(lab.seen.filter(({ host }) => /^(?:127|10|\[)/.test(host))).toEqual([]);
    for (const [host, most] of lab.busiest) expect(most, host).toBeLessThanOrEqual(2);

    const requests = new Map<string, number>();
    for (const { host } of lab.seen) requests.set(host, (requests.get(host) ?? 0) + 1);
    const slowest = (Math.max(...requests.values()) - 1) * SPACING_MS;
    expect(took, `${lab.seen.length} requests; slowest host ${slowest} ms`).toBeLessThan(
      slowest * 1.5,
    );
  } finally {
    watch.stop();
    await lab.close();
  }
}, 60_000);
