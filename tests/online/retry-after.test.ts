import { afterEach, describe, expect, it } from "vitest";
import { checkExternal } from "../../src/online/index.js";
import { retryAfter } from "../../src/online/retry-after.js";
import { type Lab, openLab, pages, QUICK } from "./lab.js";

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

describe("retryAfter", () => {
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Thu, 01 Jan 2026 12:01:00 GMT", 60_000],
    ["Thursday, 01-Jan-26 12:01:00 GMT", 60_000],
    ["Thu, 01 Jan 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["2026", 2_026_000],
    ["", undefined],
    [undefined, undefined],
  ])("reads %j as %j", (value, ms) => {
    expect(retryAfter(value, NOW)).toBe(ms);
  });
});

describe("a host that asks to wait", () => {
  let lab: Lab;
  afterEach(() => lab.close());

  it("is asked nothing at all before that, by seconds or by date", async () => {
    const dates = new Set<number>();
    let notBefore = 0;
    let tooEarly = 0;
    lab = await openLab((request, response) => {
      if (Date.now() < notBefore - 5) tooEarly++;
      const isFirst = lab.seen.filter(({ path }) => path === request.url).length === 1;
      if (request.url === "/c" || !isFirst) response.end();
      else if (request.url === "/a") {
        notBefore = Date.now() + 1_000;
        response.writeHead(429, { "retry-after": "1" }).end();
      } else {
        notBefore = Math.ceil((Date.now() + 500) / 1000) * 1000;
        dates.add(notBefore);
        response.writeHead(503, { "retry-after": new Date(notBefore).toUTCString() }).end();
      }
    });
    const urls = ["/a", "/b", "/c"].map((path) => lab.url("a.lab.net", path));
    const settings = { ...QUICK, concurrency: 1, retries: 1 };
    const { verdicts } = await checkExternal(pages(...urls), settings, lab.environment());
    expect(urls.map((url) => verdicts.get(url)?.verdict)).toEqual(["ok", "ok", "ok"]);
    expect(dates.size).toBe(1);
    expect(tooEarly).toBe(0);
  });

  it("for too long is asked no more, and its addresses are unknown", async () => {
    lab = await openLab((_request, response) => {
      response.writeHead(429, { "retry-after": "3600" }).end();
    });
    const urls = ["/a", "/b", "/c"].map((path) => lab.url("a.lab.net", path));
    const settings = { ...QUICK, concurrency: 1, retries: 2 };
    const { verdicts } = await checkExternal(pages(...urls), settings, lab.environment());
    for (const url of urls)
      expect(verdicts.get(url)).toMatchObject({ verdict: "unknown", reason: "rate-limited" });
    expect(lab.seen).toHaveLength(1);
  });
});
