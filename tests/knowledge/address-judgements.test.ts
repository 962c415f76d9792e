import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenReferencesOf } from "../../rules/link/lib/broken-references.js";
import { linkDefinitionsOf } from "../../rules/link/lib/link-definitions.js";
import { redirectTarget } from "../../rules/link/lib/redirectors.js";
import { withoutTracking } from "../../rules/link/lib/tracking.js";
import { unpublishedPlaceOf } from "../../rules/link/lib/unpublished-places.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { insecureHostOf } from "../../src/knowledge/link/insecure-url.js";
import { carriesOnlyData } from "../../src/knowledge/picture/tracking-pixel.js";
import { runs } from "../runs.js";

const piece = fc.constantFrom(
  "http://",
  "https://",
  "//",
  "localhost",
  "x.org",
  "docs.google.com",
  ":80",
  "[::1]",
  "/url",
  "?q=",
  "&utm_source=a",
  "&amp;",
  "%E4%B8",
  "%",
  "\\",
  "\t",
  " ",
  "#",
  "C:",
  "@",
);
const address = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

describe("judgements on addresses", () => {
  it("take any text", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string()), (url) => {
        expect(() => [
          insecureHostOf(url),
          redirectTarget(url),
          unpublishedPlaceOf(url),
          carriesOnlyData(url),
          withoutTracking(url, "x.org"),
        ]).not.toThrow();
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("withoutTracking", () => {
  const name = fc.constantFrom("a", "b", "id", "utm_source", "fbclid", "spm");
  const value = fc.stringMatching(/^[a-z\d]{0,4}$/);

  it("takes the named parameters and leaves all others in order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 6 }), (parameters) => {
        const query = parameters.map(([key, text]) => `${key}=${text}`).join("&");
        const url = `https://x.org/p?${query}#f`;
        const stripped = withoutTracking(url, "x.org");
        const isMark = (key: string): boolean => /^(?:utm_source|fbclid|spm)$/.test(key);
        const kept = parameters.filter(([key]) => !isMark(key));
        const after = new URL(stripped?.text ?? url);
        expect([...after.searchParams]).toEqual(kept);
        expect(after.hash).toBe("#f");
        expect(stripped?.names ?? []).toEqual(
          parameters.map(([key]) => key).filter((key) => isMark(key)),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("references and definitions", () => {
  const token = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "^",
    "a",
    "b c",
    ":",
    "\n",
    "\n\n",
    "<",
    "https://x.org",
    "`",
    "\\",
    "![",
    "> ",
    "- ",
  );

  it("lie in the article, in order, whatever brackets there are", () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const source = tokens.join("");
        const article = parseArticle({ path: "a.md", source });
        for (const { range } of [
          ...brokenReferencesOf(article, new Set()),
          ...linkDefinitionsOf(article),
        ]) {
          expect(range.start).toBeLessThan(range.end);
          expect(range.end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
