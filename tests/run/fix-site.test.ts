import { afterAll, describe, expect, it, vi } from "vitest";
import { plainFolders } from "../../src/engines/index.js";
import { checkAlone, type SeenArticle } from "../../src/lint/index.js";
import { noOptions } from "../../src/rule/define-rule.js";
import type { Finding } from "../../src/rule/index.js";
import { defineRule, type Rule } from "../../src/rules.js";
import { exactGiven } from "../../src/run/fix/exact-text.js";
import type { FixableRun, FixedSite } from "../../src/run/fix/fix-site.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";

// The paths of Windows, on every machine.
vi.mock("node:path", async () => {
  const { win32 } = await vi.importActual<typeof import("node:path")>("node:path");
  return { ...win32, default: win32 };
});

// Other tests have loaded it with the paths of this machine, and others will need those again.
vi.resetModules();
const { fixSite } = await import("../../src/run/fix/fix-site.js");
afterAll(() => {
  vi.resetModules();
});

const BASE = "C:\\Users\\me\\site";
const messages = {
  found: { severity: "warning", what: "Found.", why: "W.", help: "H." },
} as const;

/** Wants "a" to be "b". */
const swap = defineRule({
  id: "x/swap",
  summary: "A rule of a test",
  fixes: ["safe"],
  messages,
  check({ article, report }) {
    for (const { index: start } of article.source.matchAll(/a/g)) {
      const range = { start, end: start + 1 };
      report({ messageId: "found", range, fix: [{ ...range, text: "b" }] });
    }
    return {};
  },
});

/** What only the whole site shows. */
const whole = defineRule({ id: "x/whole", summary: "A rule of a test", messages, site() {} });

/** A site whose articles are checked by `swap`; `harm` finds what only the whole of it shows. */
class Site {
  readonly asked: (readonly string[])[] = [];
  readonly #texts: ReadonlyMap<string, string>;
  readonly #harm: (texts: ReadonlyMap<string, string>) => readonly string[];

  constructor(texts: Readonly<Record<string, string>>, harm: Site["harmOf"] = () => []) {
    this.#texts = new Map(Object.entries(texts));
    this.#harm = harm;
  }

  harmOf(texts: ReadonlyMap<string, string>): readonly string[] {
    return this.#harm(texts);
  }

  fixed(): Promise<FixedSite<FixableRun>> {
    return fixSite(this.#run(this.#texts), {
      textOf: (path) => exactGiven(Buffer.from(this.#texts.get(path) ?? "")),
      again: async (others) => {
        this.asked.push([...others.keys()]);
        const changed = [...others].map(
          ([file, text]) => [file.slice(BASE.length + 1).replaceAll("\\", "/"), text] as const,
        );
        return this.#run(new Map([...this.#texts, ...changed]));
      },
      editsFor: ({ fix }) => fix,
    });
  }

  #run(texts: ReadonlyMap<string, string>): FixableRun {
    const seen = new Map([...texts].map(([path, text]) => [path, check(path, text)]));
    const harm = this.harmOf(texts);
    return {
      base: BASE,
      rules: new Map<string, Rule>([swap, whole].map((rule) => [rule.id, rule])),
      found: new Map(
        [...seen].map(([path, { findings }]) => [
          path,
          [...findings, ...harm.filter((one) => one === path).map(findingIn)],
        ]),
      ),
      checkAgain: check,
      factsOf: (path) => seen.get(path)?.facts,
    };
  }
}

function check(path: string, source: string): SeenArticle {
  return checkAlone(
    {
      path,
      source,
      decodingProblems: [],
      engine: plainFolders,
      rules: [{ rule: swap, severity: undefined, options: noOptions.parse({}) }],
      settings: {
        site: PLAIN_SITE,
        schema: undefined,
        requireReasons: false,
        knownRules: new Set(),
      },
    },
    0,
  );
}

function findingIn(path: string): Finding {
  return {
    rule: whole.id,
    messageId: "found",
    severity: "warning",
    certainty: "certain",
    message: "Found.",
    why: "W.",
    help: "H.",
    path,
    range: { start: 0, end: 0 },
    related: [],
    fix: undefined,
    suggestions: [],
  };
}

const textsOf = ({ changed }: FixedSite<FixableRun>): Readonly<Record<string, string>> =>
  Object.fromEntries(changed.map(({ path, after }) => [path, after]));

describe("fixSite", () => {
  it("asks for texts by the paths of the platform, and keeps CRLF", async () => {
    const site = new Site({ "posts/x [1].md": "a\r\n\r\na\r\n", "posts/y.md": "c\r\n" });
    const fixed = await site.fixed();
    expect(textsOf(fixed)).toEqual({ "posts/x [1].md": "b\r\n\r\nb\r\n" });
    expect(site.asked).toEqual([[`${BASE}\\posts\\x [1].md`]]);
  });

  it("leaves an article as it was where its fixes bring about a finding in it", async () => {
    const site = new Site({ "x.md": "a\n", "y.md": "a\n" }, (texts) =>
      texts.get("x.md") === "b\n" ? ["x.md"] : [],
    );
    const fixed = await site.fixed();
    expect(textsOf(fixed)).toEqual({ "y.md": "b\n" });
    expect(fixed.takenBack.map(({ finding, reason }) => [finding.path, reason])).toEqual([
      ["x.md", "newly found in x.md: x/whole: Found."],
    ]);
  });

  it("keeps headings where one of them that was changed brings about a finding elsewhere", async () => {
    const site = new Site({ "x.md": "# a\n\na\n", "y.md": "a\n", "z.md": "c\n" }, (texts) =>
      texts.get("x.md")?.startsWith("# b") === true ? ["z.md"] : [],
    );
    const fixed = await site.fixed();
    expect(textsOf(fixed)).toEqual({ "x.md": "# a\n\nb\n", "y.md": "b\n" });
    expect(fixed.takenBack.map(({ reason }) => reason)).toEqual([
      "it changes what other articles depend on",
    ]);
  });
});
