import * as z from "zod";
import {
  type Article,
  type ArticleFacts,
  attributeOf,
  descriptionFields,
  innerRange,
  isCommonEnglish,
  languageOfSegment,
  likelyLanguage,
  pageIdentity,
  rangeOf,
  rangeSchema,
  type SiteIndex,
} from "../../../src/rules.js";

/** A text of an article that is no paragraph, with what tells which one it is in other languages. */
const labelSchema = z.strictObject({
  kind: z.enum(["heading", "alternative text", "description"]),
  key: z.string(),
  text: z.string(),
  range: rangeSchema,
});

export const labelsSchema = z.array(labelSchema).readonly();

type Label = z.infer<typeof labelSchema>;

/** Such a text that is the same in the original. */
export interface KeptLabel {
  readonly facts: ArticleFacts;
  readonly original: ArticleFacts;
  readonly label: Label;
}

/** A page counts as translated if it has so many other texts, and at most such a share of them is that of the original. */
const LEAST_TRANSLATED = 3;
const MOST_KEPT = 0.25;
/** So many other languages show that a text is no name, where none keeps it. */
const LEAST_OTHERS = 3;
/** One word may be the same in two languages of one script. */
const LEAST_WORDS = 2;
const LATIN = /\p{Script=Latin}/gu;
const WORD = /\p{L}{2,}/gu;
const ORIGINAL = "en";
const LETTER = /\p{L}/gu;
const MOST_ALTS = 100;

/** The description of an article, and the alternative texts of its pictures. */
export function labelsOf(article: Article): readonly Label[] {
  const alts = article.elements
    .filter(({ tagName }) => tagName === "img")
    .slice(0, MOST_ALTS)
    .flatMap((element): readonly Label[] => {
      const alt = attributeOf(article, element, "alt");
      const src = attributeOf(article, element, "src");
      if (alt === undefined || src === undefined || alt.unknown || src.unknown) return [];
      if (countOf(alt.value, WORD) < LEAST_WORDS) return [];
      const key = src.value.replace(/^.*\//, "");
      return [{ kind: "alternative text", key, text: folded(alt.value), range: rangeOf(element) }];
    });
  const field = descriptionFields(article).find(({ isMeta, text }) => isMeta && text !== "");
  if (field === undefined) return alts;
  const { start, end } = innerRange(field.entry);
  const text = folded(field.text);
  return [{ kind: "description", key: "", text, range: { start, end } }, ...alts];
}

interface Member {
  readonly facts: ArticleFacts;
  readonly fact?: { readonly labels?: readonly Label[] | undefined } | undefined;
  readonly settings: { readonly site: { readonly folder: string } };
}

interface Edition {
  readonly facts: ArticleFacts;
  readonly language: string;
  readonly labels: ReadonlyMap<string, Label>;
  readonly outline: string;
  /** Whether its headings are mostly in another script than Latin. */
  readonly hasOtherScript: boolean;
}

/** Headings, alternative texts and descriptions that translations have as their original has them. */
export function keptLabels(site: SiteIndex, articles: readonly Member[]): readonly KeptLabel[] {
  const pages = new Map<string, { original: Edition | undefined; translations: Edition[] }>();
  for (const member of articles) {
    const { facts, settings } = member;
    if (site.routesOf(facts.path)?.heldBack !== undefined) continue;
    const { key, language, isOriginal } = placeOf(site, facts);
    const group = pages.get(`${settings.site.folder}\0${key}`) ?? {
      original: undefined,
      translations: [],
    };
    pages.set(`${settings.site.folder}\0${key}`, group);
    const edition = editionOf(member, language);
    if (isOriginal) group.original ??= edition;
    else group.translations.push(edition);
  }
  const found = [...pages.values()].flatMap(({ original, translations }) =>
    original === undefined
      ? []
      : translations.flatMap((one) => ({ ...keptIn(one, original, translations), one })),
  );
  // Many translators leave the texts of all pictures as they are.
  const alts = new Map<string, { kept: number; translated: number }>();
  for (const { one, kept, translated } of found) {
    const known = alts.get(one.language) ?? { kept: 0, translated: 0 };
    alts.set(one.language, known);
    known.kept += kept.filter(isAlt).length;
    known.translated += translated.filter(isAlt).length;
  }
  return found.flatMap(({ one, left }) => {
    const { kept = 0, translated = 0 } = alts.get(one.language) ?? {};
    const isHabit = kept > translated * MOST_KEPT || translated < LEAST_TRANSLATED;
    return left.filter(({ label }) => !isHabit || !isAlt(label));
  });
}

function isAlt({ kind }: Label): boolean {
  return kind === "alternative text";
}

/** Which page an article is an edition of, and in which language. */
function placeOf(site: SiteIndex, { path }: ArticleFacts) {
  const known = site.editionOf(path);
  if (known !== undefined)
    return { key: known.page, language: primary(known.language), isOriginal: known.isOriginal };
  const { page, edition } = pageIdentity(path);
  const parts = edition.split("/");
  const languages = parts.flatMap((part) => languageOfSegment(part) ?? []);
  const others = parts.filter((part) => languageOfSegment(part) === undefined);
  const language = languages.at(-1) ?? ORIGINAL;
  return { key: `${others.join("/")}\0${page}`, language, isOriginal: language === ORIGINAL };
}

function editionOf({ facts, fact }: Member, language: string): Edition {
  const headings = facts.headings.map(
    ({ text, range, beforeTemplate, code = [] }, index): Label => ({
      kind: "heading",
      key: String(index),
      // What is code in it is the same in all languages.
      text: beforeTemplate === undefined && code.length === 0 ? folded(text) : "",
      range: { ...range },
    }),
  );
  const labels = new Map<string, Label>();
  for (const label of [...headings, ...(fact?.labels ?? [])]) {
    const key = `${label.kind} ${label.key}`;
    // A picture that is there twice may be described in two ways.
    if (!labels.has(key)) labels.set(key, label);
  }
  const outline = facts.headings.map(({ level }) => level).join();
  const letters = facts.headings.map(({ text }) => text).join(" ");
  const hasOtherScript = countOf(letters, LETTER) > countOf(letters, LATIN) * 2;
  return { facts, language, labels, outline, hasOtherScript };
}

interface Compared {
  readonly kept: readonly Label[];
  readonly translated: readonly Label[];
  /** What of the kept ones is not meant to be kept. */
  readonly left: readonly KeptLabel[];
}

function keptIn(own: Edition, original: Edition, all: readonly Edition[]): Compared {
  const kept: Label[] = [];
  const translated: Label[] = [];
  if (own.language === original.language) return { kept, translated, left: [] };
  for (const [key, label] of own.labels) {
    const state = stateOf(own, original, key);
    if (state === "kept") kept.push(label);
    else if (state === "translated") translated.push(label);
  }
  const known = new Set(original.facts.paragraphs.map(({ hash }) => hash));
  const same = own.facts.paragraphs.filter(({ hash }) => known.has(hash)).length;
  const others = translated.length + own.facts.paragraphs.length - same;
  if (others < LEAST_TRANSLATED || kept.length + same > others * MOST_KEPT)
    return { kept, translated, left: [] };
  const left = kept
    .filter((label) => !isName(label, own, original, all))
    .map((label) => ({ facts: own.facts, original: original.facts, label }));
  return { kept, translated, left };
}

/** Whether a text may be one that no language translates; terms may be kept in headings, where some do translate them. */
function isName(label: Label, own: Edition, original: Edition, all: readonly Edition[]): boolean {
  if (likelyLanguage(label.text) === original.language) return false;
  // `Cartography README` shows the file of a project.
  const words = label.text.match(WORD) ?? [];
  const [first = ""] = words;
  // Terms and names of code: `Frontmatter`, `root locale`.
  if (words.length < LEAST_WORDS && !isCommonEnglish(first.toLowerCase())) return true;
  if (label.kind === "heading" && /^\p{Ll}/u.test(label.text)) return true;
  const isTitled = words.every((word) => /^\p{Lu}/u.test(word));
  if (isAlt(label) && isTitled && !own.hasOtherScript) return true;
  const states = all
    .filter(({ language }) => language !== own.language)
    .map((other) => stateOf(other, original, `${label.kind} ${label.key}`));
  const translators = states.filter((state) => state === "translated").length;
  return translators < LEAST_OTHERS || (!isAlt(label) && states.includes("kept"));
}

/** Whether an edition has a text as the original has it; undefined where that says nothing. */
function stateOf(edition: Edition, original: Edition, key: string) {
  const own = edition.labels.get(key);
  const other = original.labels.get(key);
  const least = edition.hasOtherScript ? 1 : LEAST_WORDS;
  if (own === undefined || other === undefined || countOf(other.text, WORD) < least)
    return undefined;
  if (own.kind === "heading" && edition.outline !== original.outline) return undefined;
  return own.text.toLowerCase() === other.text.toLowerCase() ? "kept" : "translated";
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function primary(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*$/, "");
}
