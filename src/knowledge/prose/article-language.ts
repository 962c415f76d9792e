import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { perArticle } from "../../article/per-article.js";
import { remembered } from "../../article/remembered.js";
import table from "../language/article-language.json" with { type: "json" };
import { isNamed } from "../language/cldr-names.js";
import {
  countScripts,
  hasCjk,
  languageOfScript,
  perhapsKanaOrHangul,
  type ScriptCounts,
} from "../text/script-counts.js";
import { paragraphsOf } from "./paragraphs.js";

/** Front-matter keys under which engines and themes look for a language. */
const FIELDS = ["lang", "language", "locale"] as const;
/** The tag of a language with script and region: `zh-CN`, `zh_Hans_CN`, `pt-br`. */
const TAG = /^([a-z]{2,3})(?:[-_][a-z\d]{2,8})*$/i;
/** A folder or a part of a file name that names a language; three letters are rather a word. */
const PATH_TAG = /^([a-z]{2})(?:[-_][a-z\d]{2,4})*$/i;
/** A Latin word is as much text as this many CJK characters are, measured in letters. */
const LETTERS_PER_CJK = 3;
/** Chinese quotes some kana, Japanese is never without. */
const LEAST_KANA_SHARE = 0.25;

const ALIASES: ReadonlyMap<string, string> = new Map(Object.entries(table.aliases));
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(table.functionWords).map(([language, words]) => [
    language,
    new Set(words.split(" ")),
  ]),
);
/** The same the other way round: one look for each word of a text. */
const LANGUAGES_OF_WORD = languagesOfWord();
/** Languages whose texts are told from all others that a text may show to be in. */
const CONTRADICTED: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS.keys(),
  "zh",
  "ja",
  "ko",
  "el",
]);
const HAN: ReadonlySet<string> = new Set(["zh", "ja", "ko"]);
/** How long a text must be to contradict what is declared, and what share of it function words are. */
const LEAST_WORDS = 80;
const CERTAIN = { share: 0.15, lead: 1.8 };
/** The same where nothing else is known. */
const LIKELY = { share: 0.08, lead: 1.3 };
const NONE: readonly string[] = [];
const NOTHING = ["", { count: 0, different: new Set<string>() }] as const;
const LONGEST_SAMPLE = 6_000;

/**
 * The language of an article as its primary subtag in lower case (RFC 5646): `zh`, `ja`, `en`. Declared in the
 * front matter or on `<html>`; else named by its path (`zh-cn/`, `post.ja.md`) where the text does not belie it;
 * else told from scripts and function words. Undefined where nothing tells.
 */
export const languageOf: (article: Article) => string | undefined = perArticle(
  (article) => declaredLanguage(article) ?? observedLanguage(article),
);

/**
 * The language a text of the article is written in: that of the nearest `lang` around it, else the article's,
 * unless the text's own script says otherwise (a Japanese quotation in a Chinese article).
 *
 * @param element the element that holds the text; undefined at the top of the tree
 */
export function languageOfText(
  article: Article,
  element: Element | undefined,
  text: string,
): string | undefined {
  for (let at = element; at !== undefined; at = article.parentOf(at)) {
    // Presence alone is read from the properties: attributes are costly to look up on every element.
    if (at.properties.lang === undefined) continue;
    const declared = languageOfTag(attributeOf(article, at, "lang")?.value);
    if (declared !== undefined) return declared;
  }
  const language = languageOf(article);
  if (!hasCjk(text) || (language === "zh" && !perhapsKanaOrHangul(text))) return language;
  const observed = cjkLanguage(countScripts(text));
  if (observed === undefined) return language;
  // Han alone may be any of the three: the article decides.
  return observed === "zh" && (language === "ja" || language === "ko") ? language : observed;
}

/** The primary subtag of a language tag, common wrong codes understood (`cn`, `jp`); undefined when it is none. */
export function languageOfTag(tag: unknown): string | undefined {
  if (typeof tag !== "string") return undefined;
  return knownLanguage(TAG.exec(tag.trim())?.[1]);
}

function knownLanguage(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const primary = code.toLowerCase();
  const meant = ALIASES.get(primary) ?? primary;
  return isNamed("language", meant) ? meant : undefined;
}

/** The language that one folder or part of a file name states (`zh-cn`, `ja`); undefined when it is a word. */
export const languageOfSegment: (segment: string) => string | undefined = remembered((segment) =>
  knownLanguage(PATH_TAG.exec(segment)?.[1]),
);

function languagesOfWord(): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of FUNCTION_WORDS) {
    for (const word of words) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
}

/** What the front matter or `<html lang>` says; undefined when they say nothing that is a language. */
export function declaredLanguage(article: Article): string | undefined {
  for (const field of FIELDS) {
    const language = languageOfTag(article.frontMatter?.data[field]);
    if (language !== undefined) return language;
  }
  const root = article.elements.find(({ tagName }) => tagName === "html");
  return root === undefined ? undefined : languageOfTag(attributeOf(article, root, "lang")?.value);
}

function observedLanguage(article: Article): string | undefined {
  const text = sampleOf(article);
  const scripts = countScripts(text);
  const written =
    cjkLanguage(scripts) ?? languageOfScript(text, scripts.other) ?? wordLanguage(text);
  const named = pathLanguage(article.path);
  if (named === undefined) return written;
  // A page not yet translated lies in the folder of its language all the same.
  return written === undefined || isPlausible(named, scripts, written) ? named : written;
}

/**
 * The language that a text shows to be written in, whatever the front matter says: a language of CJK or of a script
 * of its own, or one whose function words make up much of a long text. Undefined where that is not certain, or
 * where the path names the language that is declared, as with pages that are not translated yet.
 */
export function contradictedBy(article: Article, declared: string): string | undefined {
  if (pathLanguage(article.path) === declared || !CONTRADICTED.has(declared)) return undefined;
  const text = sampleOf(article);
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  if (words < LEAST_WORDS) return undefined;
  const scripts = countScripts(text);
  const cjk = cjkLanguage(scripts);
  const written =
    cjk ??
    languageOfScript(text, scripts.other) ??
    namedInstead(article, declared, text) ??
    wordLanguage(text, CERTAIN);
  if (written === undefined || written === declared) return undefined;
  // Chinese characters alone may be any of the three.
  return cjk !== undefined && HAN.has(declared) && HAN.has(cjk) ? undefined : written;
}

const SHARED_SCRIPTS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(table.sharedScripts).map(([code, script]) => [
    code,
    new RegExp(`\\p{Script=${script}}`, "gu"),
  ]),
);
/** A text of a language has many more of its function words. */
const STRANGE_SHARE = 0.02;

/** The language that the path names, where the text is in its script, or at least in no way in the declared language. */
function namedInstead(article: Article, declared: string, text: string): string | undefined {
  const named = pathLanguage(article.path);
  if (named === undefined) return undefined;
  const [from, to] = [scriptOfLanguage(declared), scriptOfLanguage(named)];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (from !== to) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const script = SHARED_SCRIPTS.get(to ?? "");
    const found = script === undefined ? 0 : (text.match(script)?.length ?? 0);
    return found * 2 > letters ? named : undefined;
  }
  const own = FUNCTION_WORDS.get(declared);
  if (own === undefined || FUNCTION_WORDS.has(named)) return undefined;
  return words.filter((word) => own.has(word)).length < words.length * STRANGE_SHARE
    ? named
    : undefined;
}

function scriptOfLanguage(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script;
}

/** How much of a paragraph of its own must show its language: letters of CJK, words, and function words among them. */
const PARAGRAPH = { letters: 25, words: 25, share: 0.2, lead: 2.5, different: 5 };

/** The same where something else shows that a paragraph is in another language. */
const SENTENCE = { letters: 12, words: 6, share: 0.2, lead: 2, different: 2 };

/** The language that one sentence seems to be in: enough where something else shows the same. */
export function likelyLanguage(text: string): string | undefined {
  return certainLanguage(text, SENTENCE);
}

/** The language of one paragraph, where its script or its function words leave no doubt. */
export function certainLanguage(text: string, least = PARAGRAPH): string | undefined {
  const scripts = countScripts(text);
  const { han, kana, hangul, other } = scripts;
  const cjk = cjkLanguage(scripts);
  if (cjk !== undefined) return han + kana + hangul >= least.letters ? cjk : undefined;
  const profile = profileOf(text);
  if (profile.words < least.words || han + kana + hangul > 0) return undefined;
  return (
    languageOfScript(text, other) ??
    (profile.different < least.different ? undefined : leadingLanguage(profile, least))
  );
}

/** The language that a folder or the file name states, the innermost first. */
export function pathLanguage(path: string): string | undefined {
  const segments = path.split("/");
  const name = segments.pop() ?? "";
  const infixes = name.split(".").slice(1, -1);
  for (const part of [...infixes.reverse(), ...segments.reverse()]) {
    const language = languageOfSegment(part);
    if (language !== undefined) return language;
  }
  return undefined;
}

/** Whether a text may be in the language its path names, given what it seems to be in. */
function isPlausible(named: string, scripts: ScriptCounts, written: string): boolean {
  if (named === written) return true;
  if (named === "ja") return scripts.kana > 0 || written === "zh";
  if (named === "zh" || named === "ko") return false;
  // Where function words are known, they know better than a folder called `it` or `my`.
  return !FUNCTION_WORDS.has(named) && FUNCTION_WORDS.has(written) && written !== "en";
}

function sampleOf(article: Article): string {
  let text = "";
  for (const paragraph of paragraphsOf(article)) {
    if (paragraph.onlyCode) continue;
    text += `${paragraph.text}\n`;
    if (text.length > LONGEST_SAMPLE) break;
  }
  return text;
}

function cjkLanguage({ han, kana, hangul, other }: ScriptCounts): string | undefined {
  const cjk = han + kana + hangul;
  if (cjk === 0 || cjk * LETTERS_PER_CJK <= other) return undefined;
  if (hangul > han + kana) return "ko";
  return kana >= LEAST_KANA_SHARE * (han + kana) ? "ja" : "zh";
}

/** The language whose function words make up the largest part of a text, when no other comes near. */
function wordLanguage(text: string, least = LIKELY): string | undefined {
  return leadingLanguage(profileOf(text), least);
}

/** The function words of a text. */
interface WordProfile {
  /** How many words it has. */
  readonly words: number;
  /** The language with most of the function words. */
  readonly first: string;
  readonly count: number;
  /** How many function words the language after it has. */
  readonly next: number;
  /** How many different ones the first has: a word that two languages have (`to`, `do`) shows nothing, however often. */
  readonly different: number;
}

/** Several rules ask for the language of a paragraph, by measures of their own. */
const profileOf = remembered((text): WordProfile => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const found = new Map<string, { count: number; readonly different: Set<string> }>();
  for (const word of words) {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? NONE) {
      const one = found.get(language);
      if (one === undefined) found.set(language, { count: 1, different: new Set([word]) });
      else {
        one.count++;
        one.different.add(word);
      }
    }
  }
  const ranked = [...found].sort(([, left], [, right]) => right.count - left.count);
  const [[first, { count, different }] = NOTHING, [, { count: next }] = NOTHING] = ranked;
  return { words: words.length, first, count, next, different: different.size };
}, 200);

function leadingLanguage(
  { words, first, count, next }: WordProfile,
  { share, lead }: { readonly share: number; readonly lead: number },
): string | undefined {
  if (count < 2 || count < words * share) return undefined;
  return count >= next * lead ? first : undefined;
}
