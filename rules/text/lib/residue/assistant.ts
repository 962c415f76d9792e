import table from "./assistant.json" with { type: "json" };

const REMARK = new RegExp(`^(?:${table.remarks.join("|")})`, "iu");
/** The private-use characters are those that the page of an assistant wraps around its marks. */
const CITATION = new RegExp(
  `[\\uE200-\\uE206]*(?:${table.citations.join("|")})[\\uE200-\\uE206]*`,
  "gu",
);
/** Every citation has one of these. */
const MAYBE_CITATION = /oaicite|†|citeturn|cite\uE202/;
/** Every remark has one of these; the patterns themselves take long to get ready. */
const MAYBE_REMARK =
  /\b(?:AI|KI|IA|artificial|language|[Ss]prachmodell|langage|lenguaje)\b|^(?:[Cc]ertainly|[Ss]ure|[Aa]bsolutely|[Oo]f course|[Gg]reat|[Hh]ere(?:['’]| i)s |[Ww]ould you like)|[Ll]et me know|[Ff]eel free|[Ss]orry|pologi[sz]e|^作[为為]|^[当當]然|^好的|言語モデル|^¡?\p{L}{2,13}(?: \p{L}{2,9}){0,2}\s?[!,.。！、]\s?(?:İşte|işte|[Aa]şağıda|[Aa]quí|A continuación|[Aa]qui|[Ss]egue|[Vv]oici|[Hh]ier|[Aa]nbei|[Ee]cco|[Oo]to|[Вв]от|[Оо]сь|以下|こちら|다음은|아래는|여기)/u;
/** What a remark is told by is among the first characters. */
const REMARK_LENGTH = 200;

/** Whether a paragraph begins as a writing assistant speaks to the writer. */
export function isRemark(text: string): boolean {
  const opening = text.slice(0, REMARK_LENGTH);
  return MAYBE_REMARK.test(opening) && REMARK.test(opening);
}

/** Where the citation marks of an assistant are in a text. */
export function citationsIn(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  if (!MAYBE_CITATION.test(text)) return [];
  return Array.from(text.matchAll(CITATION), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
