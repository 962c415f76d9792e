import { afterEach, describe, expect, it } from "vitest";
import { failureOf, PrivateAddressError } from "../../src/online/failure.js";
import { checkExternal } from "../../src/online/index.js";
import { brief, type Lab, openLab, pages, QUICK } from "./lab.js";

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

describe("failureOf", () => {
  it.each([
    ["ENOTFOUND", "no-such-host"],
    ["EAI_AGAIN", "connection"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "bad-certificate"],
    // Our clock or our list of authorities may be the one that is wrong.
    ["CERT_HAS_EXPIRED", "connection"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "connection"],
    ["ECONNREFUSED", "connection"],
    ["ECONNRESET", "connection"],
    ["UND_ERR_SOCKET", "connection"],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
    ["ETIMEDOUT", "timeout"],
  ])("takes %s for %s, also as a cause", (code, reason) => {
    expect(failureOf(withCode(code), 1_000).reason).toBe(reason);
    expect(failureOf(new Error("x", { cause: withCode(code) }), 1_000).reason).toBe(reason);
  });

  it("names the private address", () => {
    const error = new Error("x", { cause: new PrivateAddressError("a.net", "10.0.0.1") });
    expect(failureOf(error, 1_000)).toEqual({
      reason: "private-address",
      detail: "a.net leads to the private address 10.0.0.1",
      isPassing: false,
    });
  });
});

describe("a host that never answers", () => {
  let lab: Lab;
  afterEach(() => lab.close());

  it("is left alone after a while, and tried once more in the second pass", async () => {
    lab = await openLab((request) => request.socket.resetAndDestroy());
    const urls = Array.from({ length: 40 }, (_, index) => lab.url("a.lab.net", `/${index}`));
    const environment = lab.environment({ sleep: brief });
    const settings = { ...QUICK, concurrency: 1, retries: 2 };
    const { verdicts } = await checkExternal(pages(...urls), settings, environment);
    for (const url of urls)
      expect(verdicts.get(url)).toMatchObject({ verdict: "unknown", reason: "connection" });
    expect(lab.seen.length).toBeLessThanOrEqual(8);
  });

  it("is judged by what it answers in the second pass", async () => {
    let count = 0;
    lab = await openLab((request, response) => {
      if (count++ < 6) request.socket.resetAndDestroy();
      else response.writeHead(request.url === "/0" ? 404 : 200).end();
    });
    const urls = Array.from({ length: 10 }, (_, index) => lab.url("a.lab.net", `/${index}`));
    const environment = lab.environment({ sleep: brief });
    const { verdicts } = await checkExternal(pages(...urls), QUICK, environment);
    expect(urls.map((url) => verdicts.get(url)?.verdict)).toEqual([
      "broken",
      ...Array.from({ length: 9 }, () => "ok"),
    ]);
  });
});
