import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { cacheText, mergeCaches, readCache } from "../../src/online/cache.js";
import { checkExternal } from "../../src/online/index.js";
import { plainVerdict } from "../../src/online/plain-verdict.js";
import { brief, type Lab, openLab, pages, QUICK } from "./lab.js";

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 0, 1);

const kept = (verdict: "ok" | "broken" | "unknown", at: number) => ({
  verdict: plainVerdict(verdict, "answered", "200 OK", at),
  expectsImage: false,
  fragments: {},
});

describe("the text of a cache", () => {
  it("is read back as it was, and equal for equal caches", () => {
    const cache = new Map([
      ["http://b.net/", kept("ok", NOW)],
      ["http://a.net/", kept("broken", NOW)],
    ]);
    const text = cacheText(cache);
    expect(readCache(text)).toEqual(cache);
    expect(cacheText(new Map([...cache].toReversed()))).toBe(text);
  });

  it("counts for nothing when it is damaged, of another version, or something else", () => {
    const text = cacheText(new Map([["http://a.net/", kept("ok", NOW)]]));
    for (const one of [undefined, "", "{", "[]", text.slice(0, 40), text.replace(": 1,", ": 2,")])
      expect(readCache(one).size).toBe(0);
    fc.assert(
      fc.property(fc.string(), (garbage) => {
        expect(readCache(garbage).size).toBe(0);
      }),
    );
  });
});

describe("mergeCaches", () => {
  it("takes the newer verdict of each address, from whichever side", () => {
    const old = new Map([["http://a.net/", kept("broken", NOW - HOUR_MS)]]);
    const young = new Map([["http://a.net/", kept("ok", NOW)]]);
    for (const merged of [mergeCaches(old, young, NOW), mergeCaches(young, old, NOW)])
      expect(merged.get("http://a.net/")?.verdict.verdict).toBe("ok");
  });

  it.each([
    ["ok", 168],
    ["broken", 24],
    ["unknown", 1],
  ] as const)("keeps %s for %i hours", (verdict, hours) => {
    const at = (age: number) => new Map([["http://a.net/", kept(verdict, NOW - age)]]);
    expect(mergeCaches(at(hours * HOUR_MS - 1), new Map(), NOW).size).toBe(1);
    expect(mergeCaches(at(hours * HOUR_MS), new Map(), NOW).size).toBe(0);
    expect(mergeCaches(at(-HOUR_MS), new Map(), NOW).size).toBe(0);
  });
});

describe("a run with a cache", () => {
  let lab: Lab;
  afterEach(() => lab.close());

  /** Runs twice with one store and tells what the second run asked. */
  async function twice(first: string, second = first, later = 0, offline = false) {
    lab = await openLab((request, response) => {
      const status = Number(request.url?.slice(1, 4)) || 200;
      response.writeHead(status, { "content-type": "text/html" }).end('<p id="a">a</p>');
    });
    let text: string | undefined;
    const cache = {
      read: () => text,
      write: (next: string) => {
        text = next;
      },
    };
    const settings = { ...QUICK, fragments: true };
    const url = (path: string) => lab.url("a.lab.net", path);
    await checkExternal(pages(url(first)), settings, lab.environment({ cache, sleep: brief }));
    const before = lab.seen.length;
    const now = () => Date.now() + later;
    const result = await checkExternal(
      pages(url(second)),
      { ...settings, offline },
      lab.environment({ cache, now, sleep: brief }),
    );
    return {
      asked: lab.seen.length - before,
      fromCache: result.fromCache,
      verdict: result.verdicts.get(url(second)),
    };
  }

  it("asks nobody what it knows", async () => {
    expect(await twice("/200")).toMatchObject({ asked: 0, fromCache: 1, verdict: { status: 200 } });
    await lab.close();
    expect(await twice("/404")).toMatchObject({ asked: 0, fromCache: 1, verdict: { status: 404 } });
    await lab.close();
    expect(await twice("/200#a")).toMatchObject({ asked: 0, verdict: { fragment: "found" } });
  });

  it("asks again when the verdict is old, or another fragment is wanted", async () => {
    expect((await twice("/404", "/404", 25 * HOUR_MS)).asked).toBeGreaterThan(0);
    await lab.close();
    expect(await twice("/200#a", "/200#b")).toMatchObject({
      asked: 1,
      verdict: { fragment: "absent" },
    });
  });

  it("asks nobody at all when offline", async () => {
    expect(await twice("/200", "/201", 0, true)).toMatchObject({
      asked: 0,
      verdict: { verdict: "unknown", reason: "not-asked" },
    });
    await lab.close();
    expect(await twice("/200", "/200", 0, true)).toMatchObject({ verdict: { verdict: "ok" } });
  });
});
