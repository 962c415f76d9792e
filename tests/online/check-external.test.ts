import { afterEach, describe, expect, it } from "vitest";
import { checkExternal, type OnlineSettings } from "../../src/online/index.js";
import { brief, type Handler, type Lab, openLab, pages, QUICK } from "./lab.js";

let lab: Lab;
afterEach(() => lab.close());

/** The verdict on one page that a server answers. */
async function judged(handler: Handler, path = "/page", settings: Partial<OnlineSettings> = {}) {
  lab = await openLab(handler);
  const url = lab.url("a.lab.net", path);
  const { verdicts } = await checkExternal(
    pages(url),
    { ...QUICK, ...settings },
    lab.environment({ sleep: brief }),
  );
  return verdicts.get(url);
}

const answer =
  (status: number, headers: Record<string, string> = {}, body = ""): Handler =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

describe("the verdict table", () => {
  it.each([
    [200, "ok", "answered"],
    [204, "ok", "answered"],
    [401, "unknown", "blocked"],
    [403, "unknown", "blocked"],
    [404, "broken", "gone"],
    [405, "unknown", "blocked"],
    [406, "unknown", "blocked"],
    [410, "broken", "gone"],
    [418, "unknown", "blocked"],
    [429, "unknown", "rate-limited"],
    [451, "unknown", "blocked"],
    [500, "unknown", "server-error"],
    [503, "unknown", "server-error"],
    [999, "unknown", "blocked"],
  ])("calls %i %s", async (status, verdict, reason) => {
    expect(
      await judged(answer(status, { "retry-after": status === 429 ? "0" : "" })),
    ).toMatchObject({ verdict, reason, status });
  });

  it("calls a missing host broken, and unknown where no name at all is known", async () => {
    lab = await openLab(answer(200));
    const gone = lab.url("a.gone-lab.net", "/");
    const environment = lab.environment({ sleep: brief });
    const one = await checkExternal(pages(gone), QUICK, environment);
    expect(one.verdicts.get(gone)).toMatchObject({ verdict: "broken", reason: "no-such-host" });
    const resolver = async (): Promise<never> => {
      throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    };
    const cut = await checkExternal(pages(gone), QUICK, { ...environment, resolver });
    expect(cut.verdicts.get(gone)).toMatchObject({ verdict: "unknown", reason: "not-asked" });
  });
});

describe("a request", () => {
  it("is a HEAD, and a GET where HEAD is refused or said to be missing", async () => {
    for (const status of [404, 405, 403, 500]) {
      const handler: Handler = (request, response) => {
        response.writeHead(request.method === "HEAD" ? status : 200).end();
      };
      expect(await judged(handler)).toMatchObject({ verdict: "ok" });
      expect(lab.seen.map(({ method }) => method)).toEqual(["HEAD", "GET"]);
      await lab.close();
    }
    expect(await judged(answer(200))).toMatchObject({ verdict: "ok" });
    expect(lab.seen.map(({ method }) => method)).toEqual(["HEAD"]);
  });

  it("is tried again after a reset, by GET", async () => {
    let count = 0;
    const handler: Handler = (request, response) => {
      if (count++ === 0) request.socket.destroy();
      else response.end();
    };
    expect(await judged(handler, "/", { retries: 1 })).toMatchObject({ verdict: "ok" });
    expect(lab.seen.map(({ method }) => method)).toEqual(["HEAD", "GET"]);
  });

  it("gets a second pass when all tries failed", async () => {
    let count = 0;
    const handler: Handler = (_request, response) => {
      response.writeHead(count++ < 2 ? 500 : 200).end();
    };
    expect(await judged(handler)).toMatchObject({ verdict: "ok" });
  });

  it("sends no userinfo, no fragment, and says who asks", async () => {
    lab = await openLab(answer(200));
    const url = `http://me:secret@a.lab.net:${lab.port}/x?y=1#z`;
    const { verdicts } = await checkExternal(pages(url), QUICK, lab.environment());
    expect(verdicts.get(url)).toMatchObject({ verdict: "ok" });
    const [seen] = lab.seen;
    expect(seen?.path).toBe("/x?y=1");
    expect(seen?.headers.authorization).toBeUndefined();
    expect(seen?.headers["user-agent"]).toMatch(/^copydesk/);
  });

  it("is sent once for many fragments of a page", async () => {
    lab = await openLab(answer(200, { "content-type": "text/html" }, '<p id="a">a</p>'));
    const page = lab.url("a.lab.net", "/");
    const urls = [page, `${page}#a`, `${page}#b`, `${page}#top`];
    const settings = { ...QUICK, fragments: true };
    const result = await checkExternal(pages(...urls), settings, lab.environment());
    expect(urls.map((url) => result.verdicts.get(url)?.fragment)).toEqual([
      undefined,
      "found",
      "absent",
      "found",
    ]);
    expect(lab.seen.map(({ method, headers }) => [method, headers.range])).toEqual([
      ["GET", "bytes=0-65535"],
    ]);
    expect(result.asked).toBe(1);
  });

  it("takes a picture's type from GET when HEAD tells another", async () => {
    lab = await openLab((request, response) => {
      const type = request.method === "HEAD" ? "text/html" : "image/png";
      response.writeHead(200, { "content-type": type }).end();
    });
    const url = lab.url("a.lab.net", "/a.png");
    const requests = [{ url, expects: "image" } as const];
    const { verdicts } = await checkExternal(requests, QUICK, lab.environment());
    expect(verdicts.get(url)).toMatchObject({ verdict: "ok", contentType: "image/png" });
  });
});

describe("redirects", () => {
  const to =
    (table: Record<string, readonly [number, string]>): Handler =>
    (request, response) => {
      const [status, location] = table[request.url ?? ""] ?? [200, ""];
      response.writeHead(status, location === "" ? {} : { location }).end();
    };

  it("are recorded in order", async () => {
    const verdict = await judged(to({ "/page": [301, "/b"], "/b": [302, "/c/d"] }));
    const at = (path: string) => lab.url("a.lab.net", path);
    expect(verdict).toMatchObject({
      verdict: "ok",
      notes: [],
      redirects: [
        { from: at("/page"), status: 301, to: at("/b") },
        { from: at("/b"), status: 302, to: at("/c/d") },
      ],
    });
  });

  it("in a circle are broken, too many are unknown, to other schemes are unknown", async () => {
    expect(await judged(to({ "/page": [301, "/b"], "/b": [302, "/page"] }))).toMatchObject({
      verdict: "broken",
      reason: "redirect-loop",
    });
    await lab.close();
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`/${index}`, [302, `/${index + 1}`] as const]),
    );
    expect(await judged(to(chain), "/0")).toMatchObject({
      verdict: "unknown",
      reason: "too-many-redirects",
    });
    await lab.close();
    expect(await judged(to({ "/page": [302, "mailto:a@b.net"] }))).toMatchObject({
      verdict: "unknown",
      reason: "unsupported",
    });
  });

  it("that only want a cookie are followed with it, and no other host gets it", async () => {
    const handler: Handler = (request, response) => {
      const { cookie, host } = request.headers;
      if (host?.startsWith("b.")) response.end();
      else if (cookie === "seen=1")
        response.writeHead(302, { location: `http://b.lab.net:${lab.port}/x` }).end();
      else response.writeHead(302, { location: "/page", "set-cookie": "seen=1; Path=/" }).end();
    };
    expect(await judged(handler)).toMatchObject({ verdict: "ok" });
    expect(lab.seen.at(-1)?.headers.cookie).toBeUndefined();
  });

  it("to the front page, an error page or a login are noted", async () => {
    expect(await judged(to({ "/page": [302, "/"] }))).toMatchObject({ notes: ["soft-404"] });
    await lab.close();
    expect(await judged(to({ "/page": [302, "/404.html"] }))).toMatchObject({
      notes: ["soft-404"],
    });
    await lab.close();
    expect(await judged(to({ "/page": [302, "/users/sign_in?to=/page"] }))).toMatchObject({
      notes: ["login"],
    });
  });
});

describe("walls against robots", () => {
  it("are unknown, whatever their status", async () => {
    expect(await judged(answer(404, { "cf-mitigated": "challenge" }))).toMatchObject({
      verdict: "unknown",
      reason: "blocked",
    });
    await lab.close();
    const body = "<html><title>x</title><script src=//geo.captcha-delivery.com/x></script></html>";
    expect(await judged(answer(500, {}, body))).toMatchObject({ reason: "blocked" });
  });

  it("do not hide pages that are gone at a host that has one", async () => {
    const headers = { server: "cloudflare", "x-datadome": "protected" };
    expect(await judged(answer(404, headers, "datadome"))).toMatchObject({ verdict: "broken" });
  });
});

describe("what is configured", () => {
  it("sends a host's headers to it and to no other, from the environment where so written", async () => {
    lab = await openLab((request, response) => {
      const isFirst = request.headers.host?.startsWith("a.");
      const location = `http://b.lab.net:${lab.port}/x`;
      response.writeHead(isFirst ? 302 : 200, isFirst ? { location } : {}).end();
    });
    const headers = { Authorization: "env:TOKEN", "X-Absent": "env:ABSENT", "X-Own": "yes" };
    const settings = { ...QUICK, hosts: { "a.lab.net": { headers, userAgent: "desk" } } };
    const url = lab.url("a.lab.net", "/page");
    const env = { TOKEN: "secret", TOKEN_HOSTS: "a.lab.net" };
    await checkExternal(pages(url), settings, lab.environment({ env }));
    const [first, second] = lab.seen;
    expect(first?.headers).toMatchObject({
      authorization: "secret",
      "x-own": "yes",
      "user-agent": "desk",
    });
    expect(first?.headers).not.toHaveProperty("x-absent");
    expect(second?.headers).not.toHaveProperty("authorization");
    expect(second?.headers).not.toHaveProperty("x-own");
    expect(second?.headers["user-agent"]).toMatch(/^copydesk/);
  });

  it("sends no value of the environment on to a host that the environment does not name for it", async () => {
    lab = await openLab((request, response) => {
      const isFirst = request.headers.host?.startsWith("a.");
      const location = `http://b.lab.net:${lab.port}/x`;
      response.writeHead(isFirst ? 302 : 200, isFirst ? { location } : {}).end();
    });
    const hosts = { "*.lab.net": { headers: { Authorization: "env:TOKEN" } } };
    const url = lab.url("a.lab.net", "/page");
    const env = { TOKEN: "secret", TOKEN_HOSTS: "a.lab.net" };
    await checkExternal(pages(url), { ...QUICK, hosts }, lab.environment({ env }));
    expect(lab.seen.map(({ headers }) => headers.authorization)).toEqual(["secret", undefined]);
  });

  it("asks no example hosts, no skipped ones, and takes no redirect there", async () => {
    lab = await openLab((_request, response) => {
      response.writeHead(302, { location: "http://deep.skipped.net/" }).end();
    });
    const settings = {
      ...QUICK,
      skip: ["*.skipped.net", "http://a.lab.net:*/private/*"],
      hosts: { "c.lab.net": { skip: true } },
    };
    const urls = [
      "http://example.com/",
      "http://x.test/",
      "http://www.skipped.net/",
      lab.url("a.lab.net", "/private/x"),
      lab.url("c.lab.net", "/"),
      lab.url("a.lab.net", "/public"),
    ];
    const { verdicts, asked } = await checkExternal(pages(...urls), settings, lab.environment());
    for (const url of urls)
      expect(verdicts.get(url)).toMatchObject({ verdict: "unknown", reason: "skipped" });
    expect(asked).toBe(1);
    expect(lab.seen.map(({ path }) => path)).toEqual(["/public"]);
  });

  it("asks the archive once for a broken address", async () => {
    lab = await openLab((request, response) => {
      const isArchive = request.url?.startsWith("/available");
      const closest = { available: true, url: "http://web.archive.org/web/2020/x" };
      if (isArchive) response.end(JSON.stringify({ archived_snapshots: { closest } }));
      else response.writeHead(404).end();
    });
    const url = lab.url("a.lab.net", "/x?y=1&z");
    const archive = lab.url("archive.lab.net", "/available?url={url}");
    const settings = { ...QUICK, suggestArchive: true };
    const result = await checkExternal(pages(url), settings, lab.environment({ archive }));
    expect(result.verdicts.get(url)?.archive).toBe("https://web.archive.org/web/2020/x");
    expect(lab.seen.at(-1)?.path).toBe(`/available?url=${encodeURIComponent(url)}`);
  });
});

describe("an interrupted run", () => {
  it("ends at once with what is known", async () => {
    lab = await openLab((request, response) => {
      if (request.url === "/ok") response.end();
    });
    const [ok, hangs, waits] = ["/ok", "/hangs", "/waits"].map((path) =>
      lab.url("a.lab.net", path),
    ) as [string, string, string];
    const end = new AbortController();
    const settings = { ...QUICK, concurrency: 1, timeoutMs: 60_000, retries: 2 };
    const begun = Date.now();
    const run = checkExternal(
      pages(ok, hangs, waits),
      settings,
      lab.environment({
        signal: end.signal,
        progress: (done) => {
          if (done === 1) setTimeout(() => end.abort(), 50);
        },
      }),
    );
    const { verdicts, interrupted } = await run;
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect(interrupted).toBe(true);
    expect(verdicts.get(ok)).toMatchObject({ verdict: "ok" });
    for (const url of [hangs, waits])
      expect(verdicts.get(url)).toMatchObject({ verdict: "unknown", reason: "not-asked" });
  });
});

describe("the time of a run", () => {
  it("ends the requests, and what was not asked by then is unknown", async () => {
    lab = await openLab(() => {});
    const urls = ["a", "b", "c"].map((name) => lab.url("a.lab.net", `/${name}`));
    const begun = performance.now();
    const { verdicts, interrupted } = await checkExternal(
      pages(...urls),
      { ...QUICK, deadlineMs: 300, timeoutMs: 10_000 },
      lab.environment({ sleep: brief }),
    );
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(interrupted).toBe(false);
    for (const url of urls)
      expect(verdicts.get(url)).toMatchObject({ verdict: "unknown", reason: "not-asked" });
  });
});
