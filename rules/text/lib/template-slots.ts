import { type Article, perArticle } from "../../../src/rules.js";
import type { Placeholder } from "./placeholder-text.js";
import table from "./template-slots.json" with { type: "json" };

const NAME = new RegExp(`\\[(?:${table.names})\\](?![\\[(:])`, "u");
const BARE = new RegExp(table.bare, "u");
const DATES = table.dates.map((date, index) => new RegExp(date, index === 0 ? "u" : "iu"));
const ADDRESSED = new RegExp(table.addressed, "iu");
const EXPLAINS = new RegExp(table.explains, "iu");
/** A label with nothing after it but a slot: all that a quotation may be told of. */
const LABELLED =
  /^\p{L}[\p{L} ]{1,40}[:：]\s?[[<]\s?(?:insert|enter|fill in|add)[ :：][^[\]<>]{1,60}[\]>]\.?$/iu;
/** What usage lines of commands have next to their names in brackets. */
const USAGE = /(?:^|\s)--?\w|\[(?:OPTIONS?|FLAGS?|ARGS?|COMMAND|FILES?|PATH)\]|\.\.\.\]/u;

/** Whether an article is about texts with placeholders, so that those in it are meant. */
export const explainsSlots: (article: Article) => boolean = perArticle(({ source }) =>
  EXPLAINS.test(source),
);

/** The first place of a paragraph where its template has a name or a date. */
export function templateSlotOf(text: string): Placeholder | undefined {
  if (!/[[(<X]|INSERT|YYYY/.test(text) || USAGE.test(text)) return undefined;
  for (const pattern of [NAME, BARE, ...DATES, ADDRESSED]) {
    const match = pattern.exec(text);
    if (match !== null)
      return { start: match.index, end: match.index + match[0].length, kind: "filler" };
  }
  return undefined;
}

/** Whether a quotation is a label with a placeholder, as for a date above a policy. */
export function isLabelledSlot(text: string): boolean {
  return LABELLED.test(text.trim());
}
