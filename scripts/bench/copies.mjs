import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { random } from "../random.mjs";

const ARTICLE = "fixtures/founding-article/source/_posts/talks.md";
const HAN = /\p{Script=Han}/gu;

/**
 * A copy with other words in the same places: one character in six is exchanged, by a table of the copy's own, so that a
 * text that stands twice still stands twice. Image and link addresses get the copy's number.
 */
function vary(text, number, alphabet) {
  const next = random(number + 1);
  const table = new Map();
  const exchanged = text.replace(HAN, (character) => {
    if (!table.has(character)) {
      const other = alphabet[Math.floor(next() * alphabet.length)];
      table.set(character, next() < 1 / 6 ? other : character);
    }
    return table.get(character);
  });
  return exchanged.replaceAll(/(\d{6,})(\.jpe?g|\.shtml)/g, `$1-${number}$2`);
}

/** The article's body in Markdown instead of HTML. */
function toMarkdown(text) {
  return text
    .replaceAll(/<\/?(?:div|p|span)\b[^>]*>/g, "")
    .replaceAll(/<img src="([^"]*)"(?: title="([^"]*)" alt="([^"]*)")?[^>]*>/g, "![$3]($1)")
    .replaceAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g, "[$2]($1)");
}

/** The kinds of copies: their folder, ending and how they are made from the article. */
export const KINDS = [
  { name: "html", extension: "html", isHtml: true, make: (text) => text },
  { name: "md", extension: "md", isHtml: true, make: (text) => text },
  { name: "markdown", extension: "md", isHtml: false, make: toMarkdown },
];

/** Writes `count` copies of each kind below `folder`, each kind a small Hexo site of its own. */
export function writeCopies(root, folder, count, kinds = KINDS) {
  const article = readFileSync(path.join(root, ARTICLE), "utf8");
  const alphabet = [...new Set(article.match(HAN))];
  for (const { name, extension, make } of kinds) {
    const posts = path.join(folder, name, "source", "_posts");
    mkdirSync(posts, { recursive: true });
    writeFileSync(path.join(folder, name, "copydesk.config.json"), '{ "engine": "hexo" }\n');
    for (let number = 0; number < count; number++) {
      const text = vary(make(article), number, alphabet);
      writeFileSync(path.join(posts, `${String(number).padStart(5, "0")}.${extension}`), text);
    }
  }
}
