import * as z from "zod";
import {
  type Article,
  defineRule,
  type Edit,
  type HiddenRun,
  hiddenCharacters,
} from "../../src/rules.js";
import { notProse } from "./lib/not-prose.js";

/** More runs of one kind than this make one finding with many places. */
const MOST_SINGLE = 3;
/** Kinds whose removal changes nothing a reader sees. */
const SAFE: ReadonlySet<string> = new Set(["zero-width", "soft-hyphen", "control", "decomposed"]);

/** Kinds that a message can show as they are. */
const VISIBLE: ReadonlySet<string> = new Set(["mojibake", "homoglyph", "full-width", "decomposed"]);

/** What may precede a mark of Markdown that begins a block, and what begins with one. */
const BEFORE_MARK = /^[\s>]*(?:(?:[-+*#]+|\d+[.)])\s*)?$/;
const MARK = /^(?:[\s#>*+=~`<|:-]|\d+[.)])/;

const CODE_POINT = /^U\+[\dA-F]{4,6}$/i;

export default defineRule({
  id: "text/invisible-chars",
  summary: "A text should hold no characters that readers cannot see or take for others",
  fixes: ["safe", "suggestion"],
  references: ["Unicode Technical Report 36", "Unicode Standard Annex 9", "CVE-2021-42574"],
  options: z.strictObject({
    allow: z
      .array(z.string().regex(CODE_POINT))
      .default([])
      .describe("Characters that may stand anywhere, as code points: `U+00AD`."),
  }),
  messages: {
    bidi: {
      severity: "error",
      what: "Direction control {found} makes readers see the text in another order than it is written.",
      why: "",
      help: "Delete it.",
    },
    "zero-width": {
      severity: "warning",
      what: "Invisible character {found} breaks search, copying and links.",
      why: "",
      help: "Delete it.",
    },
    "soft-hyphen": {
      severity: "warning",
      what: "Soft hyphen {found} is invisible and breaks search and copying.",
      why: "",
      help: "Delete it; leave hyphenation to CSS.",
    },
    control: {
      severity: "warning",
      what: "Control character {found} is no text: feeds and XML parsers refuse it.",
      why: "",
      help: "Delete it.",
    },
    "private-use": {
      severity: "warning",
      what: "Private-use character {found} has no meaning without the font it was made for.",
      why: "",
      help: "Write the character or word that is meant.",
    },
    replacement: {
      severity: "warning",
      what: "Replacement character {found} stands where a character was lost in a conversion.",
      why: "",
      help: "Write the character that was lost.",
    },
    mojibake: {
      severity: "warning",
      what: '"{found}" is text that was read in the wrong encoding.',
      why: "",
      help: "Write what was meant.",
    },
    homoglyph: {
      severity: "warning",
      what: '"{found}" mixes letters of two scripts that look the same, so search does not find the word.',
      why: "",
      help: "Write the word in one script.",
    },
    "no-break-space": {
      severity: "warning",
      what: "No-break space {found} stands where a plain space is meant, so lines do not wrap there and Markdown marks before it do not work.",
      why: "",
      help: "Replace it by a plain space.",
    },
    "full-width": {
      severity: "warning",
      what: '"{found}" is written in full-width letters or digits, which search and spelling checks do not match.',
      why: "",
      help: "Write it in plain letters and digits.",
    },
    decomposed: {
      severity: "warning",
      what: '"{found}" is written as a letter with a separate accent, so search does not find it.',
      why: "",
      help: "Write it as one character.",
    },
  },
  check: ({ article, options, report }) => {
    const { source } = article;
    const allowed = new Set(options.allow.map((name) => Number.parseInt(name.slice(2), 16)));
    const hidden = hiddenCharacters(source);
    if (hidden.length === 0) return;
    const outside = notProse(article);
    const encoding = article.problems.some(({ kind }) => kind === "encoding");
    const kinds = new Map<HiddenRun["kind"], HiddenRun[]>();
    for (const run of hidden) {
      // A file in another encoding is one defect, and desk/encoding reports it.
      if (encoding && (run.kind === "replacement" || run.kind === "mojibake")) continue;
      if (outside.holds(run.start)) continue;
      const characters = [...source.slice(run.start, run.end)];
      if (characters.every((character) => allowed.has(character.codePointAt(0) ?? 0))) continue;
      const known = kinds.get(run.kind);
      if (known === undefined) kinds.set(run.kind, [run]);
      else known.push(run);
    }

    for (const [kind, runs] of kinds) {
      // What opens a direction and what closes it are one defect.
      const hiding = runs.filter((run) => hidesMark(article, run));
      const plain = runs.filter((run) => !hiding.includes(run));
      const grouped = kind === "bidi" || plain.length > MOST_SINGLE;
      // What can be mended goes together, so that no part of a finding outlives its change.
      const mended = plain.filter(({ meant }) => meant !== undefined);
      const left = plain.filter(({ meant }) => meant === undefined);
      const groups = [...(grouped ? [mended, left] : each(plain)), ...each(hiding)];
      for (const group of groups) {
        const [first, ...others] = group;
        if (first === undefined) continue;
        const found = source.slice(first.start, first.end);
        const hides = hiding.includes(first);
        const edits = group.flatMap((run): Edit[] => {
          const { start, end, meant } = run;
          if (meant === undefined) return [];
          return hides ? [blockWithout(source, run, meant)] : [{ start, end, text: meant }];
        });
        const safe =
          SAFE.has(kind) && !hides ? edits.filter(({ start }) => outside.isText(start)) : [];
        report({
          messageId: kind,
          range: { start: first.start, end: first.end },
          data: { found: VISIBLE.has(kind) ? found : nameOf(found) },
          related: others.map((run) => ({
            range: { start: run.start, end: run.end },
            message: `${nameOf(source.slice(run.start, run.end))} here`,
          })),
          ...(safe.length > 0 ? { fix: safe } : {}),
          suggestions:
            safe.length === 0 && edits.length > 0 ? [{ message: suggestionFor(kind), edits }] : [],
        });
      }
    }
  },
});

/**
 * Whether a run keeps a line of Markdown from being read as a heading, a list or the end of a paragraph: without
 * it the text gets another structure, which a person must look at.
 */
function hidesMark({ source, format }: Article, { start, end, meant }: HiddenRun): boolean {
  if (format === "html" || meant?.trim() !== "") return false;
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const before = source.slice(lineStart, start);
  if (!BEFORE_MARK.test(before)) return false;
  if (meant === " " && /\S$/.test(before)) return true;
  const after = /^.{0,20}/.exec(source.slice(end, end + 20))?.[0] ?? "";
  if (after.trim() !== "") return MARK.test(after);
  return (
    before !== "" ||
    !/(?:^|\n)[^\S\n]*\n$/.test(source.slice(Math.max(0, lineStart - 80), lineStart))
  );
}

/** All of the block is written anew, its mark included, since all of it gets another structure. */
function blockWithout(source: string, run: HiddenRun, meant: string): Edit {
  const lineStart = source.lastIndexOf("\n", run.start - 1) + 1;
  const before = source.slice(lineStart, run.start);
  const start = lineStart + before.search(/[^\s>]|$/);
  const length = source.slice(run.end).search(/\r?\n[ \t\r]*(?:\n|$)/);
  const end = length === -1 ? source.length : run.end + length;
  return { start, end, text: source.slice(start, run.start) + meant + source.slice(run.end, end) };
}

function each<Item>(items: readonly Item[]): readonly Item[][] {
  return items.map((item) => [item]);
}

/** `U+200B`, or the first of several with their number. */
function nameOf(run: string): string {
  const characters = [...run];
  const code = (characters[0]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return characters.length > 1 ? `U+${code} (${characters.length} in a row)` : `U+${code}`;
}

function suggestionFor(kind: HiddenRun["kind"]): string {
  switch (kind) {
    case "no-break-space":
      return "Replace it by a plain space";
    case "full-width":
      return "Write it in plain letters and digits";
    case "homoglyph":
      return "Write it in one script";
    case "mojibake":
      return "Write what was meant";
    case "decomposed":
      return "Write it as one character";
    default:
      return "Delete it";
  }
}
