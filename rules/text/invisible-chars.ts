import * as z from "zod";
import {
  type Article,
  defineRule,
  type Edit,
  type HiddenRun,
  hiddenCharacters,
  languageOf,
  overlapTest,
  rangeOf,
} from "../../src/rules.js";
import { notProse } from "./lib/not-prose.js";

/** More runs of one kind than this are one finding with many places. */
const MOST_SINGLE = 3;
/** Kinds whose removal changes nothing that a reader sees. */
const SAFE: ReadonlySet<string> = new Set(["zero-width", "soft-hyphen", "control", "decomposed"]);

/** Kinds that a message can show as they are. */
const VISIBLE = [
  "mojibake",
  "homoglyph",
  "full-width",
  "ligature",
  "radical",
  "decomposed",
] as const;
type VisibleKind = (typeof VISIBLE)[number];

/** What may precede a mark of Markdown that begins a block, and what begins with one. */
/** More before a mark in its line, or in a block after it, no one has written by hand. */
const LONGEST_BEFORE = 200;
const LONGEST_BLOCK = 20_000;

const BEFORE_MARK = /^[\s>]*(?:(?:[-+*#]+|\d+[.)])\s*)?$/;
const MARK = /^(?:[\s#>*+=~`<|:-]|\d+[.)])/;

/** Code that readers copy: it runs in another order than it is shown in. */
const CODE: ReadonlySet<string> = new Set(["pre", "code"]);
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set(["ar", "he", "fa", "ur"]);

const CODE_POINT = /^U\+[\dA-F]{4,6}$/i;

export default defineRule({
  id: "text/invisible-chars",
  summary: "A text should not contain characters that are invisible or look like others",
  fixes: ["safe", "suggestion"],
  references: ["Unicode Technical Report 36", "Unicode Standard Annex 9", "CVE-2021-42574"],
  options: z.strictObject({
    allow: z
      .array(z.string().regex(CODE_POINT))
      .default([])
      .describe("Characters that are allowed everywhere, as code points: `U+00AD`."),
  }),
  messages: {
    bidi: {
      severity: "error",
      what: "The direction control character {found} changes the order of the text around it.",
      why: "Readers see another text than the source contains, which can hide a link or a command.",
      help: "Delete it.",
    },
    "zero-width": {
      severity: "warning",
      what: "The text contains the invisible character {found}.",
      why: "Search does not find a word that contains it, and a copied link or command fails.",
      help: "Delete it.",
    },
    "soft-hyphen": {
      severity: "warning",
      what: "The text contains the soft hyphen {found}, which is invisible within a line.",
      why: "Search does not find a word that contains it, and copied text keeps it.",
      help: "Delete it and leave hyphenation to CSS.",
    },
    control: {
      severity: "warning",
      what: "The text contains the control character {found}.",
      why: "Feeds and XML parsers reject a document that contains it.",
      help: "Delete it.",
    },
    "private-use": {
      severity: "warning",
      what: "The private-use character {found} has no defined meaning.",
      why: "Without the font it was made for, readers see an empty box or another sign.",
      help: "Write the character or word that is meant.",
    },
    replacement: {
      severity: "warning",
      what: "The replacement character {found} marks a character that was lost.",
      why: "A conversion could not decode the original character, so readers see a question mark.",
      help: "Write the character that was lost.",
    },
    mojibake: {
      severity: "warning",
      what: '"{found}" is text that was decoded with the wrong encoding.',
      why: "Readers see meaningless characters, and search does not find the word.",
      help: "Write {instead} instead.",
    },
    homoglyph: {
      severity: "warning",
      what: '"{found}" mixes letters of two scripts that look the same.',
      why: "Search does not find the word, and such a word can imitate a name or a link.",
      help: "Write {instead} instead.",
    },
    "no-break-space": {
      severity: "warning",
      what: "The no-break space {found} appears where a plain space is meant.",
      why: "Lines do not wrap there, and a Markdown mark before it does not work.",
      help: "Replace it with a plain space.",
    },
    "full-width": {
      severity: "warning",
      what: '"{found}" is written in full-width letters or digits.',
      why: "Search and spelling checkers do not recognize them.",
      help: "Write {instead} instead.",
    },
    ligature: {
      severity: "warning",
      what: 'The letters "{found}" are one character, as in text copied from a PDF file.',
      why: "Search does not find a word that contains it.",
      help: "Write {instead} instead.",
    },
    radical: {
      severity: "warning",
      what: '"{found}" is a radical sign that only looks like the character.',
      why: "Search does not find a word that contains it. Text copied from PDF files often has such signs.",
      help: "Write {instead} instead.",
    },
    decomposed: {
      severity: "warning",
      what: '"{found}" is written as a letter with a separate accent.',
      why: "Search does not find a word that contains it.",
      help: "Write {instead} instead.",
    },
  },
  check: ({ article, options, report }) => {
    const { source } = article;
    const allowed = new Set(options.allow.map((name) => Number.parseInt(name.slice(2), 16)));
    const hidden = hiddenCharacters(source);
    if (hidden.length === 0) return;
    const outside = notProse(article);
    const isInCode = overlapTest(
      article.elements.filter(({ tagName }) => CODE.has(tagName)).map(rangeOf),
    );
    const encoding = article.problems.some(({ kind }) => kind === "encoding");
    const kinds = new Map<HiddenRun["kind"], HiddenRun[]>();
    for (const run of hidden) {
      // A file in another encoding is one defect, and desk/encoding reports it.
      if (encoding && (run.kind === "replacement" || run.kind === "mojibake")) continue;
      if (run.kind === "replacement" && namesReplacement(article)) continue;
      if (
        outside.holds(run.start) &&
        (run.kind !== "bidi" || !isInCode(run) || showsDirections(article))
      )
        continue;
      const characters = [...source.slice(run.start, run.end)];
      if (characters.every((character) => allowed.has(character.codePointAt(0) ?? 0))) continue;
      const known = kinds.get(run.kind);
      if (known === undefined) kinds.set(run.kind, [run]);
      else known.push(run);
    }

    for (const [kind, runs] of kinds) {
      // A control character that opens a direction and the one that closes it are one defect.
      const hiding = runs.filter((run) => hidesMark(article, run));
      const isHiding = new Set(hiding);
      const plain = runs.filter((run) => !isHiding.has(run));
      const grouped = kind === "bidi" || plain.length > MOST_SINGLE;
      // Runs with a known replacement form one finding, so that no part of it is left after the change.
      const mended = plain.filter(({ meant }) => meant !== undefined);
      const left = plain.filter(({ meant }) => meant === undefined);
      const groups = [...(grouped ? [mended, left] : each(plain)), ...each(hiding)];
      for (const group of groups) {
        const [first, ...others] = group;
        if (first === undefined) continue;
        const found = source.slice(first.start, first.end);
        const hides = isHiding.has(first);
        const edits = group.flatMap((run): readonly Edit[] => {
          const { start, end, meant } = run;
          if (meant === undefined) return [];
          return hides ? blockWithout(article, run, meant) : [{ start, end, text: meant }];
        });
        const safe =
          SAFE.has(kind) && !hides ? edits.filter(({ start }) => outside.isText(start)) : [];
        const place = {
          range: { start: first.start, end: first.end },
          related: others.map((run) => ({
            range: { start: run.start, end: run.end },
            message: `${nameOf(source.slice(run.start, run.end))} here`,
          })),
          ...(safe.length > 0 ? { fix: safe } : {}),
          suggestions:
            safe.length === 0 && edits.length > 0
              ? [{ message: suggestionFor(kind, group), edits }]
              : [],
        };
        if (isVisible(kind)) {
          const instead = replacementFor(kind, group);
          report({ ...place, messageId: kind, data: { found, instead } });
        } else report({ ...place, messageId: kind, data: { found: nameOf(found) } });
      }
    }
  },
});

/** Whether an article speaks of the replacement character itself. */
function namesReplacement({ source }: Article): boolean {
  return /u\+fffd|\\u\{?fffd|&#x?fffd|replacement character/i.test(source);
}

/** Whether such characters in code are shown on purpose: the article is about them, or its language needs them. */
function showsDirections(article: Article): boolean {
  return (
    RIGHT_TO_LEFT.has(languageOf(article)) ||
    /trojan source|\bbidi|u202[a-e]|u\+202|right-to-left|\bRTL\b/i.test(article.source)
  );
}

/**
 * Whether a run keeps a line of Markdown from being parsed as a heading, a list or the end of a paragraph. Without
 * it the text gets another structure, which a person must check.
 */
function hidesMark({ source, format, lines }: Article, { start, end, meant }: HiddenRun): boolean {
  if (format === "html" || meant?.trim() !== "") return false;
  const lineStart = lines.startOf(lines.pointAt(start).line);
  if (start - lineStart > LONGEST_BEFORE) return false;
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

/** Replaces the whole block with its mark, since all of it gets another structure; a very long one is left as it is. */
function blockWithout({ source, lines }: Article, run: HiddenRun, meant: string): readonly Edit[] {
  const lineStart = lines.startOf(lines.pointAt(run.start).line);
  const before = source.slice(lineStart, run.start);
  const start = lineStart + before.search(/[^\s>]|$/);
  const following = source.slice(run.end, run.end + LONGEST_BLOCK);
  const length = following.search(/\r?\n[ \t\r]*(?:\n|$)/);
  if (length === -1 && following.length === LONGEST_BLOCK) return [];
  const end = length === -1 ? source.length : run.end + length;
  const text = source.slice(start, run.start) + meant + source.slice(run.end, end);
  return [{ start, end, text }];
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

function isVisible(kind: HiddenRun["kind"]): kind is VisibleKind {
  return VISIBLE.some((visible) => visible === kind);
}

/** What to write in place of a run, to follow "Write": the text itself, or a description of it for several runs. */
function replacementFor(kind: VisibleKind, group: readonly HiddenRun[]): string {
  const meant = group.length === 1 ? group[0]?.meant : undefined;
  if (meant !== undefined) return `"${meant}"`;
  switch (kind) {
    case "full-width":
      return "plain letters and digits";
    case "radical":
      return "each character itself";
    case "ligature":
      return "each letter as a character of its own";
    case "homoglyph":
      return "each word in one script";
    case "decomposed":
      return "each letter as one character";
    default:
      return "the text that was meant";
  }
}

function suggestionFor(kind: HiddenRun["kind"], group: readonly HiddenRun[]): string {
  if (kind === "no-break-space") return "Replace it with a plain space";
  return isVisible(kind) ? `Write ${replacementFor(kind, group)}` : "Delete it";
}
