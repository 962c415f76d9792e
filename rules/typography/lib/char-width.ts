import type { ProseText } from "../../../src/rules.js";
import { type MarkPlace, markPlace } from "./mark-places.js";

/** Katakana and marks in half width, U+FF61 to U+FF9F. */
const NARROW_KANA = /[｡-ﾟ]+/g;
const KANA_LETTERS = /[ｦ-ｯｱ-ﾝ]/g;
/** Next to such signs it is part of a face: `ｷﾀ━(ﾟ∀ﾟ)━!` */
const FACE = /[━─∀Д゜´｀`*＊;；ωノﾉ彡ｗw!！(（)）|｜_＿^＾]/;
const WIDE_WORD = /[Ａ-Ｚａ-ｚ０-９](?:[Ａ-Ｚａ-ｚ０-９．，：／－＿＋]*[Ａ-Ｚａ-ｚ０-９])?/g;
/** `ｗｗｗ` and `ｋｔｋｒ` are laughter and slang, which are written in full width. */
const SLANG = /^[ｂｃｄｆｇｈｊｋｌｍｎｐｑｒｓｔｖｗｘｙｚ]+$/;
const NARROW_WORD = /[A-Za-z0-9]+/g;
/** A text that speaks about widths shows both. */
const ABOUT_WIDTH = /半角|全角|全形|半形|half-?width|full-?width/i;

/** Half-width katakana, with the full-width characters that are meant. */
export function narrowKana({ text }: ProseText): readonly MarkPlace[] {
  if (!/[｡-ﾟ]/.test(text) || ABOUT_WIDTH.test(text)) return [];
  return [...text.matchAll(NARROW_KANA)].flatMap((match) => {
    const [found] = match;
    const end = match.index + found.length;
    const letters = found.match(KANA_LETTERS)?.length ?? 0;
    const isMark = /^[｡､｢｣･]+$/.test(found);
    const before = text[match.index - 1] ?? "";
    if (!isMark && (letters < 2 || FACE.test(before) || FACE.test(text[end] ?? ""))) return [];
    if (
      isMark &&
      !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(before + (text[end] ?? ""))
    )
      return [];
    const meant = found.normalize("NFKC");
    // A mark of voice without its letter is left.
    return /[\u3099\u309a]/.test(meant) ? [] : [markPlace(match.index, found, meant)];
  });
}

/** Words and numbers in full-width letters; single ones, such as `Ａ社` and `３つ`, are a style of their own. */
export function wideWords({ text }: ProseText): readonly MarkPlace[] {
  if (!/[Ａ-Ｚａ-ｚ０-９]{2}/.test(text) || ABOUT_WIDTH.test(text)) return [];
  return [...text.matchAll(WIDE_WORD)].flatMap((match) =>
    match[0].length < 2 || SLANG.test(match[0])
      ? []
      : [markPlace(match.index, match[0], match[0].normalize("NFKC"))],
  );
}

/** How many words and numbers of two characters and more some texts have in full width. */
export function wideCount(proses: readonly ProseText[]): number {
  return longWords(WIDE_WORD, proses);
}

/** How many they have in half width. */
export function narrowCount(proses: readonly ProseText[]): number {
  return longWords(NARROW_WORD, proses);
}

function longWords(pattern: RegExp, proses: readonly ProseText[]): number {
  return proses.reduce(
    (sum, { text }) => sum + (text.match(pattern)?.filter((found) => found.length > 1).length ?? 0),
    0,
  );
}
